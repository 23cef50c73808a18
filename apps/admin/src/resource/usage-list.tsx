import type { Usage } from '@cinematheque/shared/resource';
import { Link } from '@tanstack/react-router';
import type { ResourceName } from './api.ts';
import styles from './usage-list.module.css';

/** Where those are edited who use a record, by what the API calls them. */
const kinds: Record<string, { resource: ResourceName; one: string }> = {
  films: { resource: 'movies', one: 'film' },
  people: { resource: 'persons', one: 'person' },
  directors: { resource: 'directors', one: 'director' },
  accounts: { resource: 'users', one: 'account' },
};

export interface UsageListProps {
  usage: Usage[];
  /** Before a user is gone to. */
  onLeave?: () => void;
}

/** Who uses a record: the first few of each kind, each with the way to it. */
export function UsageList({ usage, onLeave }: UsageListProps) {
  return usage.map(({ by, count, examples }) => {
    const { resource, one } = kinds[by] ?? {};
    return (
      <div key={by}>
        <p>
          Used by {count.toLocaleString('en-US')} {count === 1 ? (one ?? by) : by}:
        </p>
        <ul className={styles.list}>
          {examples.map(({ id, label }) => (
            <li key={`${id} ${label}`}>
              {resource && id !== null ? (
                <Link to="/$resource/$id" params={{ resource, id: String(id) }} onClick={onLeave}>
                  {label}
                </Link>
              ) : (
                label
              )}
            </li>
          ))}
          {count > examples.length && <li>and {(count - examples.length).toLocaleString('en-US')} more</li>}
        </ul>
      </div>
    );
  });
}
