import { buttonClass } from '@cinematheque/ui/button-class';
import { Link } from '@tanstack/react-router';
import { SearchBox } from '../layout/search-box.tsx';
import styles from './missing-page.module.css';

/** 404. */
export function MissingPage() {
  return (
    <div className={`page ${styles.page}`}>
      <p className={styles.number} aria-hidden="true">
        404
      </p>
      <div className={styles.words}>
        <h1 className={styles.title}>This reel is not in the archive</h1>
        <p className="reading">
          There is no such page: the address may be mistyped, or what stood here was taken from the catalog.
        </p>
        <div className={styles.search}>
          <SearchBox />
        </div>
        <p className={styles.ways}>
          <Link to="/movies" className={buttonClass()}>
            Browse all films
          </Link>
          <Link to="/" className={buttonClass({ variant: 'quiet' })}>
            Go to the first page
          </Link>
        </p>
      </div>
    </div>
  );
}
