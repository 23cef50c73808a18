import type { MovieFacets } from '@cinematheque/shared/facets';
import type { Total } from '@cinematheque/shared/resource';
import { buttonClass } from '@cinematheque/ui/button-class';
import { IconButton } from '@cinematheque/ui/icon-button';
import { X } from 'lucide-react';
import { formatTotal } from '../format.ts';
import type { Browse, ChoiceKind } from './browse.ts';
import { FacetGroupView } from './facet-group.tsx';
import { facetGroups } from './facet-groups.ts';
import styles from './facet-panel.module.css';

export interface FacetPanelProps {
  /** What `FacetButton` opens. */
  id: string;
  browse: Browse;
  facets: MovieFacets;
  total: Total;
  /** The numbers are those of the list before, until the new ones are there. */
  counting: boolean;
  /** What the page itself is about, and therefore no question: on a genre's page, the genre. */
  fixed?: ChoiceKind;
}

/** What a list of films can be narrowed by: at its left, and on a telephone as a sheet that needs no script. */
export function FacetPanel({ id, browse, facets, total, counting, fixed }: FacetPanelProps) {
  const groups = facetGroups(browse, facets).filter(({ kind }) => kind !== fixed);
  return (
    <section
      id={id}
      popover="auto"
      aria-busy={counting || undefined}
      className={styles.panel}
      aria-label="Filters"
    >
      <div className={styles.head}>
        <p className={styles.title}>Filters</p>
        <IconButton label="Close the filters" popoverTarget={id} popoverTargetAction="hide">
          <X size={20} aria-hidden="true" />
        </IconButton>
      </div>
      <div className={styles.groups}>
        {groups.map((group) => (
          <FacetGroupView key={group.kind} group={group} browse={browse} />
        ))}
      </div>
      <div className={styles.foot}>
        <button
          type="button"
          popoverTarget={id}
          popoverTargetAction="hide"
          className={buttonClass({ variant: 'primary' })}
        >
          Show {formatTotal(total, 'film')}
        </button>
      </div>
    </section>
  );
}
