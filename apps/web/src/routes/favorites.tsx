import { buttonClass } from '@cinematheque/ui/button-class';
import { EmptyState } from '@cinematheque/ui/empty-state';
import { PaginationLinks } from '@cinematheque/ui/pagination-links';
import { useSuspenseQuery } from '@tanstack/react-query';
import { createFileRoute, Link, redirect } from '@tanstack/react-router';
import { DroppedNotice } from '../browse/dropped-notice.tsx';
import { type ListSearch, listSearch } from '../browse/list-search.ts';
import { loadPage } from '../browse/load-page.ts';
import { PageTitle } from '../components/page-title.tsx';
import { formatTotal } from '../format.ts';
import { pageHead } from '../head.ts';
import { MovieGrid } from '../movie/movie-grid.tsx';

export const Route = createFileRoute('/favorites')({
  validateSearch: (raw: Record<string, unknown>): Pick<ListSearch, 'after'> => ({
    after: listSearch(raw).after,
  }),
  beforeLoad({ context, location }) {
    if (!context.viewer) throw redirect({ to: '/sign-in', search: { next: location.href } });
  },
  loaderDeps: ({ search }) => search,
  loader: ({ context: { queryClient, trpc }, deps }) =>
    loadPage({ cursor: deps.after?.slice(0, 1000) }, (input) =>
      queryClient.ensureQueryData(trpc.favorites.list.queryOptions(input)),
    ),
  head: ({ match }) => pageHead(match.context.siteUrl, { title: 'Favorites' }),
  component: FavoritesPage,
});

function FavoritesPage() {
  const { input, dropped } = Route.useLoaderData();
  const { trpc } = Route.useRouteContext();
  const { items, nextCursor, total } = useSuspenseQuery(trpc.favorites.list.queryOptions(input)).data;
  return (
    <div className="page">
      <PageTitle line={total.value > 0 && `${formatTotal(total, 'film')}, the last kept first`}>
        Favorites
      </PageTitle>
      <DroppedNotice dropped={dropped} />
      {items.length > 0 ? (
        <MovieGrid movies={items} />
      ) : (
        <EmptyState
          title="No films kept yet"
          action={
            <Link to="/movies" className={buttonClass({ variant: 'primary' })}>
              Browse all films
            </Link>
          }
        >
          Press the heart on a film, and it waits for you here.
        </EmptyState>
      )}
      {(nextCursor || input.cursor) && (
        <PaginationLinks
          previous={input.cursor ? (props) => <Link to="/favorites" search={{}} {...props} /> : undefined}
          previousLabel="First page"
          next={
            nextCursor
              ? (props) => <Link to="/favorites" search={{ after: nextCursor }} {...props} />
              : undefined
          }
          nextLabel="More films"
        />
      )}
    </div>
  );
}
