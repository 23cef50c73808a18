import { fullName, yearOf } from '@cinematheque/shared/names';
import { Skeleton } from '@cinematheque/ui/skeleton';
import { VisuallyHidden } from '@cinematheque/ui/visually-hidden';
import { useRouterState } from '@tanstack/react-router';
import { PageTitle } from '../components/page-title.tsx';
import { FilmLayout } from './film-layout.tsx';
import { MoviePoster } from './movie-poster.tsx';

/** Holds the place of a film's page, with what the card that led here has shown of it. */
export function MoviePending() {
  const movie = useRouterState({ select: ({ location }) => location.state.movie });
  return (
    <div className="page">
      <VisuallyHidden>Loading</VisuallyHidden>
      {movie ? (
        <FilmLayout poster={<MoviePoster movie={movie} priority sizes="(min-width: 60rem) 22rem, 42vw" />}>
          <PageTitle
            eyebrow={yearOf(movie.releaseDate)}
            line={movie.director && `Directed by ${fullName(movie.director)}`}
          >
            {movie.title}
          </PageTitle>
          <Skeleton lines={6} />
        </FilmLayout>
      ) : (
        <FilmLayout poster={<Skeleton shape="poster" />}>
          <Skeleton shape="title" />
          <Skeleton lines={10} />
        </FilmLayout>
      )}
    </div>
  );
}
