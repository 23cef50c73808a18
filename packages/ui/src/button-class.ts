import styles from './button.module.css';
import { cx } from './cx.ts';

export interface ButtonLook {
  /** `primary` once per view, `secondary` for the rest, `quiet` inside other things, `danger` for what removes. */
  variant?: 'primary' | 'secondary' | 'quiet' | 'danger';
  size?: 'medium' | 'small';
}

/** The classes of a button, for a link that should look like one. */
export function buttonClass({ variant = 'secondary', size = 'medium' }: ButtonLook = {}): string {
  return cx(styles.button, styles[variant], styles[size]);
}
