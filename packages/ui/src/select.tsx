import { ChevronDown } from 'lucide-react';
import type { ComponentProps } from 'react';
import styles from './control.module.css';
import { cx } from './cx.ts';

/** The browser's own select, dressed like the other controls; give it `<option>`s. */
export function Select({ className, ...rest }: ComponentProps<'select'>) {
  return (
    <span className={styles.frame}>
      <select {...rest} className={cx(styles.control, styles.select, className)} />
      <ChevronDown className={styles.after} size={18} aria-hidden="true" />
    </span>
  );
}
