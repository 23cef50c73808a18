import { createFileRoute } from '@tanstack/react-router';
import { browseHead } from '../../browse/browse-head.ts';
import { browseSearch } from '../../browse/browse-search.ts';
import { BrowseView } from '../../browse/browse-view.tsx';
import { loadBrowse } from '../../browse/load-browse.ts';

export const Route = createFileRoute('/movies/')({
  validateSearch: browseSearch,
  loader: ({ context, location: { search }, cause }) => loadBrowse(context, { search, cause }),
  head: ({ match }) =>
    browseHead(match, {
      title: 'Films',
      description: 'All films of the catalog, by genre, country, decade and length.',
      path: '/movies',
      feed: 'New films',
    }),
  component: BrowsePage,
});

function BrowsePage() {
  return <BrowseView search={Route.useSearch()} title="Films" />;
}
