import type { MovieFacets } from '@cinematheque/shared/facets';
import { Chip } from '@cinematheque/ui/chip';
import { VisuallyHidden } from '@cinematheque/ui/visually-hidden';
import { Link } from '@tanstack/react-router';
import { X } from 'lucide-react';
import { List } from '../components/list.tsx';
import { appliedFilters } from './applied.ts';
import styles from './applied-filters.module.css';
import { type Browse, searchOf } from './browse.ts';

/** Every filter that is on, each a link that takes it away. */
export function AppliedFilters({ browse, facets }: { browse: Browse; facets: MovieFacets }) {
  const applied = appliedFilters(browse, facets);
  if (!applied.length) return null;
  return (
    <List className={styles.list} aria-label="Filters in use">
      {applied.map(({ label, exclude, rest }) => (
        <li key={label}>
          <Chip
            selected={!exclude}
            link={({ className, children }) => (
              <Link
                to="."
                search={searchOf(rest)}
                resetScroll={false}
                preload={false}
                rel="nofollow"
                className={className}
              >
                <VisuallyHidden>Remove the filter {exclude && 'not '}</VisuallyHidden>
                {children}
                <X size={14} aria-hidden="true" />
              </Link>
            )}
          >
            {exclude ? <s className={styles.excluded}>{label}</s> : label}
          </Chip>
        </li>
      ))}
      <li>
        <Link to="." search={{}} resetScroll={false} className={styles.clear}>
          Clear all
        </Link>
      </li>
    </List>
  );
}
