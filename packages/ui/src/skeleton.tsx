import { cx } from './cx.ts';
import styles from './skeleton.module.css';

export interface SkeletonProps {
  /** `text` draws lines of running text, `title` one large line, `poster` 2:3, `block` fills its parent. */
  shape?: 'text' | 'title' | 'poster' | 'block';
  /** How many lines of text. */
  lines?: number;
  className?: string;
}

/** Holds the place of what is loading, at its real height. Say "Loading" once, on the list that holds them. */
export function Skeleton({ shape = 'text', lines = 1, className }: SkeletonProps) {
  return (
    <span className={cx(styles.skeleton, className)} aria-hidden="true">
      {Array.from({ length: shape === 'text' ? lines : 1 }, (_, line) => (
        <span key={line} className={cx(styles.bone, styles[shape])} />
      ))}
    </span>
  );
}
