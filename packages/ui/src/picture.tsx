import { cx } from './cx.ts';
import styles from './picture.module.css';

/** A picture in its sizes and formats, and what is known of it before it has loaded. */
export interface PictureSource {
  src: string;
  /** Addresses with widths, as srcset has them. */
  avif: string;
  webp: string;
  width: number;
  height: number;
  /** Holds its place. */
  color: string;
  /** What stays in sight when it is cut: object-position in percent, in steps of five. */
  position: { x: number; y: number };
}

export interface PictureProps {
  source: PictureSource;
  /** How wide it will stand on the page, as <img sizes> says it. */
  sizes: string;
  /** Empty where the text beside it says the same. */
  alt: string;
  /** Cuts the picture to a place that has a height of its own. */
  fill?: boolean;
  /** Above the fold: load it at once. */
  priority?: boolean;
  className?: string;
}

/** A picture no larger than its place needs; the place keeps its size and has the picture's color from the start. */
export function Picture({ source, sizes, alt, fill, priority, className }: PictureProps) {
  const { src, avif, webp, width, height, color, position } = source;
  return (
    <span className={cx(styles.frame, fill && styles.fill, className)}>
      <svg className={styles.color} aria-hidden="true" focusable="false">
        <rect width="100%" height="100%" fill={color} />
      </svg>
      <picture>
        <source type="image/avif" srcSet={avif} sizes={sizes} />
        <img
          className={cx(styles.image, styles[`x${position.x}`], styles[`y${position.y}`])}
          src={src}
          srcSet={webp}
          sizes={sizes}
          alt={alt}
          width={width}
          height={height}
          loading={priority ? 'eager' : 'lazy'}
          fetchPriority={priority ? 'high' : undefined}
          decoding="async"
        />
      </picture>
    </span>
  );
}
