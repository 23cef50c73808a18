import styles from './avatar.module.css';
import { cx } from './cx.ts';
import { initials } from './initials.ts';
import { Picture, type PictureSource } from './picture.tsx';
import { hashText } from './poster/dice.ts';

const tones = 6;

/** How wide each size is. */
const widths = { small: '2rem', medium: '3rem', large: '7rem', fill: '15rem' };

export interface AvatarProps {
  name: string;
  /** The portrait; initials stand in where there is none. */
  portrait?: PictureSource | null;
  /** `fill` takes the width of its place. */
  size?: keyof typeof widths;
  /** How wide that is, where `fill` is not 15rem. */
  sizes?: string;
  /** Above the fold: load it at once. */
  priority?: boolean;
  className?: string;
}

/** A portrait, or initials on a tone that follows from the name. The name itself stands beside it, as text. */
export function Avatar({ name, portrait, size = 'medium', sizes, priority, className }: AvatarProps) {
  const tone = styles[`tone${hashText(name) % tones}`];
  return (
    <span className={cx(styles.avatar, styles[size], tone, className)} aria-hidden="true">
      {portrait ? (
        <Picture fill source={portrait} sizes={sizes ?? widths[size]} alt="" priority={priority} />
      ) : (
        <span className={styles.initials}>{initials(name)}</span>
      )}
    </span>
  );
}
