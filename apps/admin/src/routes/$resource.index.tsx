import { createFileRoute } from '@tanstack/react-router';
import { ListNews } from '../live/list-news.tsx';
import { listSearch } from '../resource/list/list-search.ts';
import { useResource } from '../resources/use-resource.ts';
import { NothingHere } from '../shell/nothing-here.tsx';

export const Route = createFileRoute('/$resource/')({ validateSearch: listSearch, component: Page });

function Page() {
  const resource = useResource(Route.useParams().resource);
  const search = Route.useSearch();
  if (!resource) return <NothingHere />;
  return (
    <>
      <ListNews name={resource.name} />
      {resource.Above && <resource.Above />}
      <resource.List search={search} />
    </>
  );
}
