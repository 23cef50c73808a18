import { Link } from '@tanstack/react-router';
import { type Browse, withBrowse } from './browse.ts';
import styles from './match-switch.module.css';

const ways = [
  { match: undefined, label: 'Any of these' },
  { match: 'all', label: 'All of these' },
] as const;

/** Whether one of several genres is enough. It shows once that makes a difference. */
export function MatchSwitch({ browse }: { browse: Browse }) {
  const genres = browse.choices.filter(({ kind, exclude }) => kind === 'genre' && !exclude);
  if (genres.length < 2 && !browse.match) return null;
  return (
    <p className={styles.ways}>
      {ways.map(({ match, label }) => (
        <Link
          key={label}
          to="."
          search={withBrowse(browse, { match })}
          resetScroll={false}
          preload={false}
          rel="nofollow"
          className={styles.way}
          activeProps={{}}
          aria-current={browse.match === match ? 'true' : undefined}
        >
          {label}
        </Link>
      ))}
    </p>
  );
}
