import type { ComponentProps } from 'react';
import styles from './control.module.css';
import { cx } from './cx.ts';

/** A line of text; numbers, dates, e-mail and passwords by `type`. */
export function TextInput({ type = 'text', className, ...rest }: ComponentProps<'input'>) {
  return <input {...rest} type={type} className={cx(styles.control, className)} />;
}
