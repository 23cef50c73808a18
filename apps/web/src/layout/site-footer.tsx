import { ThemeToggle } from '@cinematheque/ui/theme-toggle';
import { Link } from '@tanstack/react-router';
import { List } from '../components/list.tsx';
import { Wordmark } from '../components/wordmark.tsx';
import { useSite } from '../context.ts';
import { setSingleKeys, useSingleKeys } from './single-keys.ts';
import styles from './site-footer.module.css';

export function SiteFooter() {
  const { siteName } = useSite();
  return (
    <footer className={styles.footer}>
      <div className={`page ${styles.row}`}>
        <div>
          <Wordmark name={siteName} />
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
              <Link to="/statistics">Statistics</Link>
            </li>
            <li>
              <Link to="/favorites">Favorites</Link>
            </li>
          </List>
        </nav>
        <div className={styles.settings}>
          <ThemeToggle />
          <KeysSwitch />
        </div>
      </div>
    </footer>
  );
}

/** The keys "/" and "e", on or off. */
function KeysSwitch() {
  const on = useSingleKeys();
  return (
    <label className={styles.keys}>
      <input type="checkbox" checked={on} onChange={() => setSingleKeys(!on)} />
      Single-key shortcuts
    </label>
  );
}
