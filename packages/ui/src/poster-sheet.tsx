import { designPoster, type PosterFilm } from './poster/design.ts';
import styles from './poster.module.css';
import { PosterMark } from './poster-mark.tsx';

/** The drawing of a poster as SVG. It brings all that posters are designed with: see `DrawnPoster`. */
export default function PosterSheet({ film }: { film: PosterFilm }) {
  const { ground, marks } = designPoster(film);
  return (
    <svg className={styles.sheet} viewBox="0 0 200 300" focusable="false" role="presentation">
      <path d="M0 0h200v300H0z" fill={ground} />
      {marks.map((mark, i) => (
        <PosterMark key={i} mark={mark} />
      ))}
    </svg>
  );
}
