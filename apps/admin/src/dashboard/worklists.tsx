import {
  completenessOf,
  type Dashboard,
  type WorklistResource,
  type worklists,
} from '@cinematheque/shared/dashboard';
import { Link } from '@tanstack/react-router';
import { withoutLink } from '../filter-links.ts';
import { List } from '../list.tsx';
import { resources } from '../resources/registry.ts';
import styles from './dashboard.module.css';

declare module 'react' {
  interface CSSProperties {
    '--digits'?: number;
  }
}

type Missing = { [Resource in WorklistResource]: Record<(typeof worklists)[Resource][number], string> };

/** "312 without poster": what follows the number. */
const words: Missing = {
  movies: {
    posterFileId: 'poster',
    directorId: 'director',
    releaseDate: 'release date',
    countryId: 'country',
    durationMinutes: 'running time',
    genreIds: 'genre',
    personIds: 'cast',
    description: 'description',
  },
  persons: {
    primaryPhotoFileId: 'portrait',
    dateOfBirth: 'date of birth',
    countryId: 'country',
    biography: 'biography',
  },
  directors: { photoFileId: 'photo' },
};

/** What is missing, by kind; each number leads to exactly those records. */
export function Worklists({ data }: { data: Dashboard }) {
  return (
    <div className={styles.worklists}>
      {(['movies', 'persons', 'directors'] as const).map((resource) => (
        <Worklist key={resource} resource={resource} data={data} />
      ))}
    </div>
  );
}

function Worklist({ resource, data }: { resource: WorklistResource; data: Dashboard }) {
  const named: Record<string, string> = words[resource];
  const { label, one } = resources[resource];
  const missing = Object.entries(data.missing[resource])
    .filter(([field, count]) => count > 0 && named[field])
    .sort(([, a], [, b]) => b - a);
  return (
    <section aria-labelledby={`missing-${resource}`}>
      <header className={styles.worklistHead}>
        <h3 className={styles.worklistTitle} id={`missing-${resource}`}>
          {label}
        </h3>
        {/* Never 100 while anything is missing. */}
        <p className={styles.complete}>{Math.floor(completenessOf(data, resource) ?? 100)}% complete</p>
      </header>
      {missing.length === 0 ? (
        <p className={styles.nothing}>
          {data.totals[resource]
            ? `Every ${one} has all that is asked for.`
            : `No ${label.toLowerCase()} yet.`}
        </p>
      ) : (
        // The numbers stand right, in a place as wide as the greatest of them.
        <List
          className={styles.gaps}
          style={{ '--digits': (missing[0]?.[1] ?? 0).toLocaleString('en-US').length }}
        >
          {missing.map(([field, count]) => (
            <li key={field}>
              <Link {...withoutLink(resource, field)} className={styles.gap}>
                <span className={styles.gapCount}>{count.toLocaleString('en-US')}</span> without{' '}
                {named[field]}
              </Link>
            </li>
          ))}
        </List>
      )}
    </section>
  );
}
