import { Link } from '@tanstack/react-router';
import styles from '../favorites/favorites.module.css';

/** Who may come in: people by their accounts, programs by their tokens. */
export function AccountTabs() {
  return (
    <nav className={styles.tabs} aria-label="Accounts">
      <Link
        to="/$resource"
        params={{ resource: 'users' }}
        activeOptions={{ exact: true, includeSearch: false }}
        className={styles.tab}
      >
        Accounts
      </Link>
      <Link to="/users/tokens" className={styles.tab}>
        API tokens
      </Link>
    </nav>
  );
}
