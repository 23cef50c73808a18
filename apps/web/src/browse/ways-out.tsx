import type { MovieFacets } from '@cinematheque/shared/facets';
import { buttonClass } from '@cinematheque/ui/button-class';
import { EmptyState } from '@cinematheque/ui/empty-state';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { List } from '../components/list.tsx';
import { type SiteContext, useSite } from '../context.ts';
import { formatTotal } from '../format.ts';
import { appliedFilters } from './applied.ts';
import { type Browse, type Choice, filterOf, searchOf } from './browse.ts';
import { withScope } from './load-browse.ts';
import styles from './ways-out.module.css';

export interface WaysOutProps {
  browse: Browse;
  /** Undefined while they could not be loaded: then no filter has a name. */
  facets: MovieFacets | undefined;
  scope: Choice | undefined;
}

/** An empty list of films: which filter is in the way, and how many films there are without it. */
export function WaysOut({ browse, facets, scope }: WaysOutProps) {
  const site = useSite();
  const applied = facets ? appliedFilters(browse, facets) : [];
  const { data: totals } = useQuery(
    totalsWithout(
      site,
      applied.map(({ rest }) => withScope(rest, scope)),
    ),
  );
  const ways = applied
    .map((filter, index) => ({ ...filter, total: totals?.[index] }))
    .filter(({ total }) => total?.value !== 0);
  return (
    <EmptyState title="No films match">
      {ways.length ? 'Take one of these filters away:' : 'Take a filter away, or start again.'}
      <List className={styles.ways}>
        {ways.map(({ label, exclude, rest, total }) => (
          <li key={label}>
            <Link
              to="."
              search={searchOf(rest)}
              resetScroll={false}
              className={buttonClass({ size: 'small' })}
            >
              Remove {exclude && 'not '}
              {label}
              {total && ` · ${formatTotal(total, 'film')}`}
            </Link>
          </li>
        ))}
        <li>
          <Link to="." search={{}} className={buttonClass({ variant: 'quiet', size: 'small' })}>
            Clear all
          </Link>
        </li>
      </List>
    </EmptyState>
  );
}

/** How many films each of some lists has. */
export const totalsWithout = ({ client }: Pick<SiteContext, 'client'>, lists: Browse[]) => ({
  queryKey: ['totals', lists.map(filterOf)],
  queryFn: () =>
    Promise.all(
      lists.map(async (browse) => (await client.movies.list.query({ ...filterOf(browse), limit: 1 })).total),
    ),
});
