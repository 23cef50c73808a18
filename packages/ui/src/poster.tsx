import { cx } from './cx.ts';
import { designPoster, type PosterFilm } from './poster/design.ts';
import styles from './poster.module.css';
import { PosterMark } from './poster-mark.tsx';

export interface PosterProps {
  film: PosterFilm;
  /** The uploaded poster; where there is none, one is drawn. */
  src?: string | null;
  srcSet?: string;
  sizes?: string;
  /** Empty by default, because the card's text carries the film's name. */
  alt?: string;
  /** Above the fold: load it at once. */
  priority?: boolean;
  className?: string;
}

/** A film's poster at 2:3, as wide as its place: the uploaded image, or a designed typographic poster. */
export function Poster({ film, src, srcSet, sizes, alt = '', priority, className }: PosterProps) {
  if (!src) return <DrawnPoster film={film} className={className} />;
  return (
    <span className={cx(styles.poster, className)}>
      <img
        className={styles.image}
        src={src}
        srcSet={srcSet}
        sizes={sizes}
        alt={alt}
        width={400}
        height={600}
        loading={priority ? 'eager' : 'lazy'}
        fetchPriority={priority ? 'high' : undefined}
        decoding="async"
      />
    </span>
  );
}

function DrawnPoster({ film, className }: Pick<PosterProps, 'film' | 'className'>) {
  const { ground, marks } = designPoster(film);
  return (
    <span className={cx(styles.poster, className)} aria-hidden="true">
      <svg className={styles.sheet} viewBox="0 0 200 300" focusable="false" role="presentation">
        <path d="M0 0h200v300H0z" fill={ground} />
        {marks.map((mark, i) => (
          <PosterMark key={i} mark={mark} />
        ))}
      </svg>
    </span>
  );
}
