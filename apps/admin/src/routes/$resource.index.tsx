import { createFileRoute } from '@tanstack/react-router';
import { listSearch } from '../resource/list/list-search.ts';
import { useResource } from '../resources/use-resource.ts';
import { NothingHere } from '../shell/nothing-here.tsx';

export const Route = createFileRoute('/$resource/')({ validateSearch: listSearch, component: Page });

function Page() {
  const resource = useResource(Route.useParams().resource);
  const search = Route.useSearch();
  return resource ? <resource.List search={search} /> : <NothingHere />;
}
