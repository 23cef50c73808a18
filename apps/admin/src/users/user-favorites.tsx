import { yearOf } from '@cinematheque/shared/names';
import type { UserRow } from '@cinematheque/shared/user';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { favoritesOfLink } from '../filter-links.ts';
import { List } from '../list.tsx';
import { trpc } from '../trpc.ts';
import { When } from '../when.tsx';
import styles from './users.module.css';

const SHOWN = 8;

/** The films that an account keeps, the latest first. */
export function UserFavorites({ user }: { user: UserRow }) {
  const { data } = useQuery({
    queryKey: ['favoriteMovies', 'of', user.id],
    queryFn: () =>
      trpc.admin.favoriteMovies.list.query({
        filter: { field: 'userId', op: 'any', value: [user.id] },
        limit: SHOWN,
      }),
  });
  return (
    <section className={styles.section} aria-labelledby="favorites">
      <h2 className={styles.heading} id="favorites">
        Favorites
      </h2>
      {data?.items.length === 0 && <p className={styles.text}>Keeps no films yet.</p>}
      {data && data.items.length > 0 && (
        <List className={styles.lines}>
          {data.items.map(({ movie, createdAt }) => (
            <li key={movie.id} className={styles.line}>
              <Link to="/$resource/$id" params={{ resource: 'movies', id: String(movie.id) }}>
                {movie.title}
              </Link>
              <span className={styles.aside}>
                {yearOf(movie.releaseDate)} · kept <When at={createdAt} />
              </span>
            </li>
          ))}
        </List>
      )}
      {data && data.total.value > data.items.length && (
        <Link {...favoritesOfLink(user.id)} className={styles.all}>
          All {data.total.value.toLocaleString('en-US')}
        </Link>
      )}
    </section>
  );
}
