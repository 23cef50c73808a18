import { Link } from '@tanstack/react-router';
import styles from './favorites.module.css';

/** The two ways to look at what people keep. */
export function FavoriteTabs() {
  return (
    <nav className={styles.tabs} aria-label="Favorites">
      <Link
        to="/$resource"
        params={{ resource: 'favoriteMovies' }}
        activeOptions={{ exact: true, includeSearch: false }}
        className={styles.tab}
      >
        Who keeps what
      </Link>
      <Link to="/favoriteMovies/most" className={styles.tab}>
        Most favorited
      </Link>
    </nav>
  );
}
