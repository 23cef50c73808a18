import type { ComponentProps } from 'react';
import { cx } from './cx.ts';
import styles from './icon-button.module.css';

export interface IconButtonProps extends ComponentProps<'button'> {
  /** What it does, in words: the name for a screen reader and the tooltip. */
  label: string;
  /** For a button that stays down, such as a heart. */
  pressed?: boolean;
}

/** A button that shows only a picture: `<IconButton label="Close"><X /></IconButton>`. */
export function IconButton({ label, pressed, type = 'button', className, ...rest }: IconButtonProps) {
  return (
    <button
      title={label}
      {...rest}
      type={type}
      aria-label={label}
      aria-pressed={pressed}
      className={cx(styles.button, className)}
    />
  );
}
