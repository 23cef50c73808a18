import type { Total } from '@cinematheque/shared/resource';
import { Button } from '@cinematheque/ui/button';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import styles from './list.module.css';
import type { ListSource } from './list-props.ts';
import type { ListSearch } from './list-search.ts';

const short = new Intl.NumberFormat('en-US', {
  notation: 'compact',
  minimumFractionDigits: 1,
  maximumFractionDigits: 1,
});

/** "4,803", and honestly "about 1.0M" where nobody counted to the end. */
export const countText = ({ value, exact }: Total): string =>
  exact ? value.toLocaleString('en-US') : `about ${short.format(value)}`;

export interface CountProps {
  source: ListSource;
  search: ListSearch;
  total: Total;
}

/** How many rows there are; an estimate can be counted to the end. */
export function Count({ source, search, total }: CountProps) {
  const [asked, setAsked] = useState<string>();
  const key = JSON.stringify([search.q, search.filter]);
  const counting = asked === key && !total.exact;
  const exact = useQuery({
    queryKey: [source.name, 'count', search.q, search.filter, 'exact'],
    queryFn: () => source.count(search, true),
    enabled: counting,
  });
  const known = counting && exact.data ? exact.data : total;
  return (
    <>
      <span className={styles.count}> {countText(known)}</span>
      {!known.exact && (
        <Button
          size="small"
          variant="quiet"
          busy={counting && exact.isFetching}
          onClick={() => setAsked(key)}
        >
          Count exactly
        </Button>
      )}
    </>
  );
}
