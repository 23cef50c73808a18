import { lazy, Suspense, useState, useSyncExternalStore } from 'react';
import { cx } from './cx.ts';
import type { PosterFilm } from './poster/design.ts';
import styles from './poster.module.css';

/** Fetches what draws posters; a router calls it when somebody leaves the page that he came to. */
export const loadPosterSheet = () => import('./poster-sheet.tsx');

const PosterSheet = lazy(loadPosterSheet);
const onServer = typeof document === 'undefined';

export interface DrawnPosterProps {
  film: PosterFilm;
  className?: string;
}

/**
 * A poster drawn from title, year and genres. One that came with the page stays as the server drew it, so that no
 * first visit loads the code of the drawings.
 */
export function DrawnPoster({ film, className }: DrawnPosterProps) {
  const hydrating = useSyncExternalStore(
    () => () => {},
    () => false,
    () => true,
  );
  const [came] = useState(hydrating && !onServer);
  return (
    <span className={cx(styles.poster, className)} aria-hidden="true">
      <Suspense>{came ? <SheetAsItCame /> : <PosterSheet film={film} />}</Suspense>
    </span>
  );
}

/** React leaves alone what it finds inside. */
function SheetAsItCame() {
  return (
    <svg
      className={styles.sheet}
      viewBox="0 0 200 300"
      focusable="false"
      role="presentation"
      dangerouslySetInnerHTML={{ __html: '' }}
      suppressHydrationWarning
    />
  );
}
