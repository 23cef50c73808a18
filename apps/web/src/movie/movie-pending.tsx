import { Skeleton } from '@cinematheque/ui/skeleton';
import { VisuallyHidden } from '@cinematheque/ui/visually-hidden';
import { FilmLayout } from './film-layout.tsx';

/** Holds the place of a film's page. */
export function MoviePending() {
  return (
    <div className="page">
      <VisuallyHidden>Loading</VisuallyHidden>
      <FilmLayout poster={<Skeleton shape="poster" />}>
        <Skeleton shape="title" />
        <Skeleton lines={10} />
      </FilmLayout>
    </div>
  );
}
