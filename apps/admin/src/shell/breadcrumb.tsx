import { Link, useLocation } from '@tanstack/react-router';
import { ChevronRight } from 'lucide-react';
import { useSyncExternalStore } from 'react';
import { List } from '../list.tsx';
import { queryClient } from '../query-client.ts';
import { listSearch } from '../resource/list/list-search.ts';
import { useResource } from '../resources/use-resource.ts';
import styles from './breadcrumb.module.css';

const cache = queryClient.getQueryCache();
const subscribe = (listener: () => void) => cache.subscribe(listener);

/** What an open record is called, once its page has read it. */
function useTitle(name: string, id: string): string | undefined {
  return useSyncExternalStore(
    subscribe,
    () => queryClient.getQueryData<{ title: string | null }>([name, 'get', id])?.title ?? undefined,
  );
}

/** Pages that are of no resource. */
const pages: Record<string, string> = { '': 'Overview', system: 'System' };

/** Where one is: Films / Casablanca. The last part is the page itself. */
export function Breadcrumb() {
  const [, name = '', id = ''] = useLocation({ select: ({ pathname }) => pathname }).split('/');
  // The list as it was left: a record's address holds its state.
  const search = useLocation({ select: ({ search }) => listSearch.parse(search) });
  const resource = useResource(name);
  const title = useTitle(name, decodeURIComponent(id));
  const here = id === 'new' && resource ? `New ${resource.one}` : title;
  if (!resource) return <p className={styles.here}>{pages[name] ?? 'Nothing here'}</p>;
  if (!id) return <p className={styles.here}>{resource.label}</p>;
  return (
    <nav aria-label="Breadcrumb" className={styles.crumbs}>
      <List className={styles.list}>
        <li>
          <Link to="/$resource" params={{ resource: name }} search={search} className={styles.up}>
            {resource.label}
          </Link>
        </li>
        {here && (
          <li className={styles.last}>
            <ChevronRight size={14} aria-hidden="true" />
            <span className={styles.here} aria-current="page">
              {here}
            </span>
          </li>
        )}
      </List>
    </nav>
  );
}
