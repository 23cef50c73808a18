import { Chip } from '@cinematheque/ui/chip';
import { VisuallyHidden } from '@cinematheque/ui/visually-hidden';
import { Link } from '@tanstack/react-router';
import { X } from 'lucide-react';
import type { ReactNode } from 'react';
import { List } from '../components/list.tsx';
import styles from './applied-filters.module.css';
import { type Browse, type BrowseSearch, withBrowse, withoutChoice } from './browse-search.ts';
import type { NamedChoice } from './choice-names.ts';

export interface AppliedFiltersProps {
  browse: Browse;
  choices: NamedChoice[];
}

/** Every filter that is on, each a link that takes it away. */
export function AppliedFilters({ browse, choices }: AppliedFiltersProps) {
  const { minutes, match, q } = browse;
  if (!choices.length && !minutes && !q) return null;
  return (
    <List className={styles.list} aria-label="Filters in use">
      {choices.map((choice) => (
        <Filter key={`${choice.kind}${choice.value}`} without={withoutChoice(browse, choice)}>
          {choice.exclude && 'not '}
          {choice.name}
        </Filter>
      ))}
      {minutes && (
        <Filter without={withBrowse(browse, { minutes: undefined })}>
          {minutes.from ?? 0}
          {minutes.to === undefined ? ' minutes and more' : `–${minutes.to} minutes`}
        </Filter>
      )}
      {q && <Filter without={withBrowse(browse, { q: undefined })}>“{q}”</Filter>}
      {match === 'all' && (
        <Filter without={withBrowse(browse, { match: undefined })}>all of these at once</Filter>
      )}
      <li>
        <Link to="/movies" search={{}} className={styles.clear}>
          Clear all
        </Link>
      </li>
    </List>
  );
}

function Filter({ without, children }: { without: BrowseSearch; children: ReactNode }) {
  return (
    <li>
      <Chip
        selected
        link={(props) => (
          <Link to="/movies" search={without} className={props.className}>
            <VisuallyHidden>Remove the filter </VisuallyHidden>
            {props.children}
            <X size={14} aria-hidden="true" />
          </Link>
        )}
      >
        {children}
      </Chip>
    </li>
  );
}
