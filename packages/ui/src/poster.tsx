import { cx } from './cx.ts';
import { DrawnPoster } from './drawn-poster.tsx';
import { Picture, type PictureSource } from './picture.tsx';
import type { PosterFilm } from './poster/design.ts';
import styles from './poster.module.css';

export interface PosterProps {
  film: PosterFilm;
  /** The uploaded poster; where there is none, one is drawn. */
  picture?: PictureSource | null;
  /** How wide it will stand, as <img sizes> says it. */
  sizes?: string;
  /** Empty by default, because the card's text carries the film's name. */
  alt?: string;
  /** Above the fold: load it at once. */
  priority?: boolean;
  className?: string;
}

/** A film's poster at 2:3, as wide as its place: the uploaded image, or a designed typographic poster. */
export function Poster({ film, picture, sizes = '12rem', alt = '', priority, className }: PosterProps) {
  // Another film, another drawing.
  if (!picture)
    return <DrawnPoster key={`${film.id} ${film.title} ${film.year}`} film={film} className={className} />;
  return (
    <span className={cx(styles.poster, className)}>
      <Picture fill source={picture} sizes={sizes} alt={alt} priority={priority} />
    </span>
  );
}
