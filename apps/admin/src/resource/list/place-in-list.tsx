import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { ArrowLeft, ArrowRight } from 'lucide-react';
import { useShortcuts } from '../../shortcuts/use-shortcuts.ts';
import type { ListSource } from './list-props.ts';
import type { ListSearch } from './list-search.ts';
import styles from './place.module.css';

export interface PlaceInListProps {
  source: ListSource;
  id: string;
  /** The list's state, a saved view read. */
  search: ListSearch;
  /** The list's address, to go on with. */
  from: ListSearch;
}

/** "4 of 57", and the way to the next record of the list that led here: `[` and `]`. */
export function PlaceInList({ source, id, search, from }: PlaceInListProps) {
  const navigate = useNavigate();
  const { name, one } = source;
  // As it was when the record was opened: a save that takes it out of the list does not lose its neighbors.
  const { data } = useQuery({
    queryKey: [name, 'get', id, 'place', search],
    queryFn: () => source.place(id, search),
    gcTime: 0,
    staleTime: Number.POSITIVE_INFINITY,
  });
  const linkTo = (to: string) =>
    ({
      to: '/$resource/$id',
      params: { resource: name, id: to },
      search: { ...from, after: undefined },
    }) as const;
  const go = (to: string | null | undefined) => () => {
    if (to) void navigate(linkTo(to));
  };
  useShortcuts([
    { keys: '[', label: `Previous ${one} of the list`, group: 'List', run: go(data?.previous) },
    { keys: ']', label: `Next ${one} of the list`, group: 'List', run: go(data?.next) },
  ]);
  if (!data || (!data.previous && !data.next)) return <span className={styles.place} />;
  const total = `${data.total.exact ? '' : 'about '}${data.total.value.toLocaleString('en-US')}`;
  return (
    <nav className={styles.place} aria-label="Place in the list">
      {data.previous && (
        <Link
          {...linkTo(data.previous)}
          className={styles.step}
          aria-label={`Previous ${one}`}
          title={`Previous ${one}: [`}
        >
          <ArrowLeft size={16} aria-hidden="true" />
        </Link>
      )}
      <span>
        {data.place
          ? `${data.place.toLocaleString('en-US')} of ${total}`
          : `${data.total.exact ? 'not in this list' : 'among the many'} of ${total}`}
      </span>
      {data.next && (
        <Link
          {...linkTo(data.next)}
          className={styles.step}
          // What "save and next" in the form follows.
          rel="next"
          aria-label={`Next ${one}`}
          title={`Next ${one}: ]`}
        >
          <ArrowRight size={16} aria-hidden="true" />
        </Link>
      )}
    </nav>
  );
}
