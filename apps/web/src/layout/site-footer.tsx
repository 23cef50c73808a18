import { ThemeToggle } from '@cinematheque/ui/theme-toggle';
import { Link } from '@tanstack/react-router';
import { List } from '../components/list.tsx';
import { Wordmark } from '../components/wordmark.tsx';
import styles from './site-footer.module.css';

export function SiteFooter() {
  return (
    <footer className={styles.footer}>
      <div className={`page ${styles.row}`}>
        <div>
          <Wordmark />
          <p className={styles.line}>A catalog of films and of the people who made them.</p>
        </div>
        <nav aria-label="All pages">
          <List className={styles.links}>
            <li>
              <Link to="/movies">Films</Link>
            </li>
            <li>
              <Link to="/people">People</Link>
            </li>
            <li>
              <Link to="/directors">Directors</Link>
            </li>
            <li>
              <Link to="/genres">Genres</Link>
            </li>
            <li>
              <Link to="/countries">Countries</Link>
            </li>
            <li>
              <Link to="/favorites">Favorites</Link>
            </li>
          </List>
        </nav>
        <ThemeToggle />
      </div>
    </footer>
  );
}
