import { X } from 'lucide-react';
import type { ReactNode } from 'react';
import styles from './chip.module.css';
import { cx } from './cx.ts';
import type { LinkSlot } from './link-slot.ts';

export interface ChipProps {
  children: ReactNode;
  /** Makes the whole chip a link, for a genre or a filter that a press adds or takes away. */
  link?: LinkSlot;
  /** A filter that is on. */
  selected?: boolean;
  /** Makes it a chip with a cross, for scripts; `removeLabel` says what goes: "Remove genre Drama". */
  onRemove?: () => void;
  removeLabel?: string;
}

/** A small label for a genre, a country or an applied filter. */
export function Chip({ children, link, selected, onRemove, removeLabel = 'Remove' }: ChipProps) {
  const className = cx(styles.chip, selected && styles.selected, link && styles.link);
  if (link) return link({ className, children });
  return (
    <span className={className}>
      {children}
      {onRemove && (
        <button type="button" className={styles.remove} onClick={onRemove} aria-label={removeLabel}>
          <X size={14} aria-hidden="true" />
        </button>
      )}
    </span>
  );
}
