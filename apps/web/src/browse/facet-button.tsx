import { buttonClass } from '@cinematheque/ui/button-class';
import { SlidersHorizontal } from 'lucide-react';
import type { Browse } from './browse.ts';
import styles from './facet-button.module.css';

/** Opens the sheet where the filters have no room of their own. */
export function FacetButton({ id, browse }: { id: string; browse: Browse }) {
  const used = browse.choices.length + (browse.minutes ? 1 : 0) + (browse.year ? 1 : 0);
  return (
    <button type="button" popoverTarget={id} className={`${buttonClass()} ${styles.open}`}>
      <SlidersHorizontal size={16} aria-hidden="true" />
      Filters{used > 0 && ` (${used})`}
    </button>
  );
}
