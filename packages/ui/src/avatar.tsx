import styles from './avatar.module.css';
import { cx } from './cx.ts';
import { initials } from './initials.ts';
import { hashText } from './poster/dice.ts';

const tones = 6;

export interface Picture {
  src: string;
  srcSet?: string;
  sizes?: string;
}

export interface AvatarProps {
  name: string;
  /** The portrait; initials stand in where there is none. */
  portrait?: Picture | null;
  /** `fill` takes the width of its place. */
  size?: 'small' | 'medium' | 'large' | 'fill';
  className?: string;
}

/** A portrait, or initials on a tone that follows from the name. The name itself stands beside it, as text. */
export function Avatar({ name, portrait, size = 'medium', className }: AvatarProps) {
  const tone = styles[`tone${hashText(name) % tones}`];
  return (
    <span className={cx(styles.avatar, styles[size], tone, className)} aria-hidden="true">
      {portrait ? (
        <img {...portrait} alt="" className={styles.portrait} loading="lazy" decoding="async" />
      ) : (
        <span className={styles.initials}>{initials(name)}</span>
      )}
    </span>
  );
}
