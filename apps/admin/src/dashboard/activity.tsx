import type { Activity } from '@cinematheque/shared/dashboard';
import { Link } from '@tanstack/react-router';
import { List } from '../list.tsx';
import { When } from '../when.tsx';
import styles from './dashboard.module.css';

/** Who did what to the catalog lately. */
export function ActivityList({ items }: { items: Activity[] }) {
  if (!items.length) return <p className={styles.nothing}>Nothing has been changed yet.</p>;
  return (
    <List className={styles.activity}>
      {items.map(({ changeId, at, user, summary, first, records }) => (
        <li key={changeId} className={styles.change}>
          <p>
            {first && (
              <Link
                to="/$resource/$id"
                params={{ resource: first.resource, id: String(first.id) }}
                className={styles.changed}
              >
                {first.label}
              </Link>
            )}
            {records > 1 &&
              ` ${first ? 'and' : ''} ${(records - (first ? 1 : 0)).toLocaleString('en-US')} more`}
          </p>
          <p className={styles.by}>
            {summary ?? 'Changed'}
            {user && ` by ${user}`}, <When at={at} />
          </p>
        </li>
      ))}
    </List>
  );
}
