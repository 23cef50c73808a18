import type { ComponentProps } from 'react';
import styles from './control.module.css';
import { cx } from './cx.ts';

/** Several lines of text; grows with its content where the browser can. */
export function TextArea({ rows = 4, className, ...rest }: ComponentProps<'textarea'>) {
  return <textarea {...rest} rows={rows} className={cx(styles.control, styles.area, className)} />;
}
