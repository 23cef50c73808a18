import { LoaderCircle } from 'lucide-react';
import type { ComponentProps, MouseEvent } from 'react';
import styles from './button.module.css';
import { type ButtonLook, buttonClass } from './button-class.ts';
import { cx } from './cx.ts';

export interface ButtonProps extends ButtonLook, ComponentProps<'button'> {
  /** Work is under way: the button keeps its focus and its width, and ignores further presses. */
  busy?: boolean;
}

/** A button. For a link that looks like one, see `buttonClass`. */
export function Button({
  variant,
  size,
  busy,
  type = 'button',
  className,
  onClick,
  children,
  ...rest
}: ButtonProps) {
  function press(event: MouseEvent<HTMLButtonElement>) {
    if (busy) event.preventDefault();
    else onClick?.(event);
  }
  return (
    <button
      {...rest}
      type={type}
      aria-busy={busy || undefined}
      aria-disabled={busy || undefined}
      className={cx(buttonClass({ variant, size }), className)}
      onClick={press}
    >
      <span className={styles.content}>{children}</span>
      {busy && <LoaderCircle className={styles.spinner} size={18} aria-hidden="true" />}
    </button>
  );
}
