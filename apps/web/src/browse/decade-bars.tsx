import type { MovieFacets } from '@cinematheque/shared/facets';
import { Link } from '@tanstack/react-router';
import { Columns } from '../components/columns.tsx';
import { type Browse, pressed } from './browse.ts';
import styles from './decade-bars.module.css';

export interface DecadeBarsProps {
  decades: MovieFacets['decades'];
  browse: Browse;
}

/** How many films of each decade; each narrows the list to its films. */
export function DecadeBars({ decades, browse }: DecadeBarsProps) {
  if (decades.filter(({ count }) => count > 0).length < 2) return null;
  const chosen = browse.choices.filter(({ kind, exclude }) => kind === 'decade' && !exclude);
  return (
    <div className={styles.bars}>
      <Columns
        label="Films by decade"
        columns={decades.map(({ decade, count }) => ({
          key: decade,
          label: `${decade}s`,
          tick: (
            <>
              <span className={styles.century}>{Math.floor(decade / 100)}</span>
              {String(decade).slice(2)}s
            </>
          ),
          count,
          chosen: chosen.some(({ value }) => value === decade),
          link: (props) => (
            <Link
              to="."
              search={pressed(browse, 'decade', decade)}
              resetScroll={false}
              preload={false}
              {...props}
              rel="nofollow"
            />
          ),
        }))}
      />
    </div>
  );
}
