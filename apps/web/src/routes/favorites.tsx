import { createFileRoute, redirect } from '@tanstack/react-router';
import { browseSearch } from '../browse/browse-search.ts';
import { FavoritesView } from '../favorites/favorites-view.tsx';
import { loadFavorites } from '../favorites/use-favorites.ts';
import { pageHead } from '../head.ts';

export const Route = createFileRoute('/favorites')({
  validateSearch: browseSearch,
  beforeLoad({ context, location }) {
    if (!context.viewer) throw redirect({ to: '/sign-in', search: { next: location.href } });
  },
  loader: ({ context, location, cause }) =>
    loadFavorites(context, { search: browseSearch(location.search), cause }),
  head: ({ match }) => pageHead(match.context, { title: 'Favorites', unlisted: true }),
  component: FavoritesPage,
});

function FavoritesPage() {
  return <FavoritesView search={Route.useSearch()} />;
}
