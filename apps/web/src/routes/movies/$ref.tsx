import { fullName, yearOf } from '@cinematheque/shared/refs';
import { refOf } from '@cinematheque/shared/slug';
import { useSuspenseQuery } from '@tanstack/react-query';
import { createFileRoute, Link, redirect } from '@tanstack/react-router';
import { PageTitle } from '../../components/page-title.tsx';
import { Section } from '../../components/section.tsx';
import { idIn, orNotFound } from '../../entity.ts';
import { Heart } from '../../favorites/heart.tsx';
import { countOf } from '../../format.ts';
import { pageHead } from '../../head.ts';
import { directorLink } from '../../links.ts';
import { CastList } from '../../movie/cast-list.tsx';
import { describeMovie } from '../../movie/describe-movie.ts';
import { FilmLayout } from '../../movie/film-layout.tsx';
import { MovieFacts } from '../../movie/movie-facts.tsx';
import { MoviePending } from '../../movie/movie-pending.tsx';
import { MoviePoster } from '../../movie/movie-poster.tsx';

export const Route = createFileRoute('/movies/$ref')({
  async loader({ context, params }) {
    const options = context.trpc.movies.get.queryOptions({ id: idIn(params.ref) });
    const { item } = await orNotFound(context.queryClient.ensureQueryData(options));
    const ref = refOf(item.id, item.title);
    if (ref !== params.ref) throw redirect({ to: '/movies/$ref', params: { ref }, statusCode: 301 });
    return {
      id: item.id,
      ref,
      title: item.title,
      year: yearOf(item.releaseDate),
      about: describeMovie(item),
    };
  },
  head: ({ match, loaderData: movie }) =>
    pageHead(
      match.context.siteUrl,
      movie && {
        title: movie.year ? `${movie.title} (${movie.year})` : movie.title,
        description: movie.about,
        path: `/movies/${movie.ref}`,
      },
    ),
  pendingComponent: MoviePending,
  component: MoviePage,
});

function MoviePage() {
  const { id } = Route.useLoaderData();
  const { trpc } = Route.useRouteContext();
  const { data } = useSuspenseQuery(trpc.movies.get.queryOptions({ id }));
  const movie = data.item;
  return (
    <article className="page">
      <FilmLayout poster={<MoviePoster movie={movie} priority sizes="(min-width: 60rem) 22rem, 70vw" />}>
        <PageTitle
          eyebrow={[yearOf(movie.releaseDate), movie.country?.name].filter(Boolean).join(' · ')}
          line={
            movie.director && (
              <>
                Directed by <Link {...directorLink(movie.director)}>{fullName(movie.director)}</Link>
              </>
            )
          }
        >
          {movie.title}
        </PageTitle>
        <Heart movie={movie} look="page" />
        {movie.description && <p className="reading">{movie.description}</p>}
        <MovieFacts movie={movie} />
      </FilmLayout>
      {movie.cast.length > 0 && (
        <Section title="Cast" note={`${countOf(movie.cast.length, 'name')}, in billing order`}>
          <CastList cast={movie.cast} />
        </Section>
      )}
    </article>
  );
}
