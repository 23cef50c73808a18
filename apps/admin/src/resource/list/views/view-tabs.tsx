import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { List } from '../../../list.tsx';
import { countText } from '../count.tsx';
import type { ListSource } from '../list-props.ts';
import { isSameState, type ListSearch } from '../list-search.ts';
import { SaveView } from './save-view.tsx';
import { useViews } from './use-views.ts';
import styles from './views.module.css';

export interface ViewTabsProps {
  source: ListSource;
  search: ListSearch;
}

/** The saved views of a list as tabs, each with its count; what is not saved yet can be. */
export function ViewTabs({ source, search }: ViewTabsProps) {
  const { data: views = [] } = useViews(source.name);
  const current = views.find((view) => isSameState(view.search, search));
  const isPlain = isSameState(search, {});
  if (!views.length && isPlain) return null;
  return (
    <nav className={styles.tabs} aria-label={`Views of ${source.label.toLowerCase()}`}>
      <List className={styles.list}>
        <li>
          <Tab source={source} view={undefined} search={{}} name="All" current={isPlain} />
        </li>
        {views.map(({ id, name, shared, search: kept }) => (
          <li key={id}>
            <Tab
              source={source}
              view={String(id)}
              search={kept}
              name={name}
              hint={shared ? 'For everybody' : 'Only yours'}
              current={current?.id === id}
            />
          </li>
        ))}
      </List>
      {!isPlain && <SaveView source={source} search={search} current={current} views={views} />}
    </nav>
  );
}

interface TabProps {
  source: ListSource;
  view: string | undefined;
  search: ListSearch;
  name: string;
  hint?: string;
  current: boolean;
}

function Tab({ source, view, search, name, hint, current }: TabProps) {
  const { data: total } = useQuery({
    queryKey: [source.name, 'count', search.q, search.filter],
    queryFn: () => source.count(search, false),
  });
  return (
    <Link
      to="/$resource"
      params={{ resource: source.name }}
      search={{ view }}
      activeOptions={{ includeSearch: true }}
      className={styles.tab}
      data-current={current || undefined}
      aria-current={current ? 'page' : undefined}
      title={hint}
    >
      {name} {total && <span className={styles.count}>{countText(total)}</span>}
    </Link>
  );
}
