import { ThemeToggle } from '@cinematheque/ui/theme-toggle';
import { Link } from '@tanstack/react-router';
import { List } from '../components/list.tsx';
import { Wordmark } from '../components/wordmark.tsx';
import { useSite } from '../context.ts';
import { AccountMenu } from './account-menu.tsx';
import { SearchBox } from './search-box.tsx';
import styles from './site-header.module.css';

const sections = [
  { to: '/movies', label: 'Films' },
  { to: '/people', label: 'People' },
  { to: '/directors', label: 'Directors' },
  { to: '/genres', label: 'Genres' },
  { to: '/countries', label: 'Countries' },
] as const;

/** The masthead: name, sections, search, account. */
export function SiteHeader() {
  const { siteName } = useSite();
  return (
    <header className={styles.header}>
      <div className={`page ${styles.row}`}>
        <Link to="/" className={styles.home}>
          <Wordmark name={siteName} />
        </Link>
        <nav aria-label="Sections" className={styles.sections}>
          <List>
            {sections.map(({ to, label }) => (
              <li key={to}>
                <Link to={to} className={styles.section} activeOptions={{ includeSearch: false }}>
                  {label}
                </Link>
              </li>
            ))}
          </List>
        </nav>
        <div className={styles.search}>
          <SearchBox />
        </div>
        <div className={styles.account}>
          <div className={styles.theme}>
            <ThemeToggle />
          </div>
          <AccountMenu />
        </div>
      </div>
    </header>
  );
}
