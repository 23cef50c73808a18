import { createFileRoute } from '@tanstack/react-router';
import { z } from 'zod';
import { listSearch } from '../resource/list/list-search.ts';
import { useResource } from '../resources/use-resource.ts';
import { NothingHere } from '../shell/nothing-here.tsx';

/**
 * The search is the state of the list that led here: with it, the record has neighbors and a way back. Or it says that
 * the record's page on the site did: then saving leads back there.
 */
const search = listSearch.extend({ from: z.literal('site').optional().catch(undefined) });

export const Route = createFileRoute('/$resource/$id')({ validateSearch: search, component: Page });

function Page() {
  const { resource: name, id } = Route.useParams();
  const search = Route.useSearch();
  const resource = useResource(name);
  if (!resource) return <NothingHere />;
  return (
    <>
      <resource.Edit key={`${name} ${id}`} id={id} search={search} />
      {resource.Below && <resource.Below key={id} id={id} />}
    </>
  );
}
