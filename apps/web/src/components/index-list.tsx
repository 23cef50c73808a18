import type { LinkSlot } from '@cinematheque/ui/link-slot';
import { formatCount } from '../format.ts';
import styles from './index-list.module.css';
import { List } from './list.tsx';

export interface IndexListProps<Item> {
  items: readonly Item[];
  link: (item: Item) => LinkSlot;
  /** `large` for a page of its own. */
  size?: 'medium' | 'large';
}

/** Names with the number of their films, as at the end of a book. */
export function IndexList<
  Item extends { id: number; name: string } & ({ movies: number } | { count: number }),
>(props: IndexListProps<Item>) {
  const { items, link, size = 'medium' } = props;
  return (
    <List className={`${styles.index} ${styles[size]}`}>
      {items.map((item) => (
        <li key={item.id} className={styles.entry}>
          {link(item)({ className: styles.name ?? '', children: item.name })}
          <span className={styles.count}>{formatCount('movies' in item ? item.movies : item.count)}</span>
        </li>
      ))}
    </List>
  );
}
