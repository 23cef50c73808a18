import { Field } from '@cinematheque/ui/field';
import { Select } from '@cinematheque/ui/select';
import { Link, useLocation } from '@tanstack/react-router';
import { InstantForm } from '../browse/instant-form.tsx';
import { type FilmOrder, type FilmographySearch, filmOrders, type Job, jobs } from './filmography-search.ts';
import styles from './filmography-tools.module.css';

export const jobNames = { acting: 'Acting', directing: 'Directing' } as const satisfies Record<Job, string>;
const orders = {
  newest: 'Newest first',
  oldest: 'Oldest first',
  title: 'Title, A to Z',
} as const satisfies Record<FilmOrder, string>;

export interface FilmographyToolsProps {
  counts: Record<Job, number>;
  search: FilmographySearch;
}

/** Which job's films are shown, and in which order. */
export function FilmographyTools({ counts, search }: FilmographyToolsProps) {
  const path = useLocation({ select: ({ pathname }) => pathname });
  const both = jobs.every((job) => counts[job] > 0);
  return (
    <div className={styles.tools}>
      {both && (
        <nav aria-label="Jobs" className={styles.jobs}>
          {([undefined, ...jobs] as const).map((job) => (
            <Link
              key={job ?? 'all'}
              to="."
              search={{ ...search, job }}
              resetScroll={false}
              rel="nofollow"
              className={styles.job}
              activeProps={{}}
              aria-current={search.job === job ? 'true' : undefined}
            >
              {job ? `${jobNames[job]} ${counts[job]}` : 'Both'}
            </Link>
          ))}
        </nav>
      )}
      <InstantForm path={path} label="Sorting of the films" state={search.sort ?? ''}>
        {search.job && <input type="hidden" name="job" value={search.job} />}
        <Field label="Order">
          {(control) => (
            <Select {...control} name="sort" defaultValue={search.sort ?? ''}>
              {filmOrders.map((order) => (
                <option key={order} value={order === 'newest' ? '' : order}>
                  {orders[order]}
                </option>
              ))}
            </Select>
          )}
        </Field>
      </InstantForm>
    </div>
  );
}
