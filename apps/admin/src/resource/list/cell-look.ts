import { cx } from '@cinematheque/ui/cx';
import type { CSSProperties } from 'react';
import type { Head } from './columns.tsx';
import styles from './list.module.css';

/** Numbers stand to the right; the main cell is what the row is called; some columns have a width of their own. */
export const cellLook = (
  { main, numeric }: Head,
  width: number | undefined,
): { className: string | undefined; style: CSSProperties | undefined } => ({
  className:
    cx(main ? styles.first : numeric && styles.numeric, width !== undefined && styles.sized) || undefined,
  style: width ? { '--column': `${width}px` } : undefined,
});
