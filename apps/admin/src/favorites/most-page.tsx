import { errorOf } from '@cinematheque/client';
import { fullName, yearOf } from '@cinematheque/shared/names';
import { Button } from '@cinematheque/ui/button';
import { EmptyState } from '@cinematheque/ui/empty-state';
import { ErrorState } from '@cinematheque/ui/error-state';
import { Skeleton } from '@cinematheque/ui/skeleton';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { favoritesOnLink } from '../filter-links.ts';
import { MoviePoster } from '../movie/title-cell.tsx';
import { trpc } from '../trpc.ts';
import { FavoriteTabs } from './favorite-tabs.tsx';
import styles from './favorites.module.css';

/** The films that are kept by most; each number leads to who keeps it. */
export function MostPage() {
  const most = useInfiniteQuery({
    queryKey: ['favoriteMovies', 'most'],
    queryFn: ({ pageParam }) => trpc.admin.favoriteMovies.most.query({ cursor: pageParam, limit: 50 }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ nextCursor }) => nextCursor,
  });
  const films = most.data?.pages.flatMap(({ items }) => items);
  return (
    <section className={styles.page} aria-labelledby="most">
      <title>Most favorited · Cinematheque console</title>
      <FavoriteTabs />
      <h1 className={styles.title} id="most">
        Most favorited
      </h1>
      {!films && most.isError && (
        <ErrorState
          title="The favorites could not be loaded"
          onRetry={() => void most.refetch()}
          retrying={most.isFetching}
        >
          {errorOf(most.error).message}
        </ErrorState>
      )}
      {!films && !most.isError && (
        <div role="status" aria-label="Loading the favorites" className={styles.bones}>
          {[1, 2, 3, 4, 5].map((line) => (
            <Skeleton key={line} shape="block" />
          ))}
        </div>
      )}
      {films?.length === 0 && <EmptyState title="Nobody keeps a film yet" />}
      {films && films.length > 0 && (
        <ol className={styles.list}>
          {films.map((film) => (
            <li key={film.id} className={styles.film}>
              <span className={styles.poster}>
                <MoviePoster movie={film} />
              </span>
              <span className={styles.words}>
                <Link
                  to="/$resource/$id"
                  params={{ resource: 'movies', id: String(film.id) }}
                  className={styles.name}
                >
                  {film.title}
                </Link>
                <span className={styles.more}>
                  {[yearOf(film.releaseDate), film.director && fullName(film.director)]
                    .filter(Boolean)
                    .join(', ')}
                </span>
              </span>
              <Link {...favoritesOnLink(film.id)} className={styles.count}>
                {film.favorites.toLocaleString('en-US')} {film.favorites === 1 ? 'keeps it' : 'keep it'}
              </Link>
            </li>
          ))}
        </ol>
      )}
      {most.hasNextPage && (
        <Button
          className={styles.further}
          busy={most.isFetchingNextPage}
          onClick={() => void most.fetchNextPage()}
        >
          Show more
        </Button>
      )}
    </section>
  );
}
