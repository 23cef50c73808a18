import type { MovieCard } from '@cinematheque/shared/movie-card';
import { fullName, yearOf } from '@cinematheque/shared/names';
import { refOf } from '@cinematheque/shared/slug';
import { useSuspenseQuery } from '@tanstack/react-query';
import { createFileRoute, Link, redirect } from '@tanstack/react-router';
import { breadcrumbJsonLd, movieJsonLd } from '#json-ld';
import { late } from '../../components/late.tsx';
import { PageTitle } from '../../components/page-title.tsx';
import { Section } from '../../components/section.tsx';
import { readEntity } from '../../entity.ts';
import { Heart } from '../../favorites/heart.tsx';
import { countOf } from '../../format.ts';
import { pageHead } from '../../head.ts';
import { countryLink, directorLink, yearLink } from '../../links.ts';
import { describeMovie } from '../../movie/describe-movie.ts';
import { FilmLayout } from '../../movie/film-layout.tsx';
import { MovieFacts } from '../../movie/movie-facts.tsx';
import { MoviePending } from '../../movie/movie-pending.tsx';
import { MoviePoster } from '../../movie/movie-poster.tsx';

const CastList = late(async () => (await import('../../movie/cast-list.tsx')).CastList);
const CrewList = late(async () => (await import('../../movie/cast-list.tsx')).CrewList);
const Rail = late(async () => (await import('../../movie/rail.tsx')).Rail);

export const Route = createFileRoute('/movies/$ref')({
  loader: async ({ context, params }) => {
    const { queryClient, trpc } = context;
    const [{ item }] = await readEntity(params.ref, (id) =>
      Promise.all([
        queryClient.ensureQueryData(trpc.movies.get.queryOptions({ id })),
        queryClient.ensureQueryData(trpc.movies.related.queryOptions({ id })),
      ]),
    );
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
  head: ({ match, loaderData: movie }) => {
    const { siteUrl, queryClient, trpc } = match.context;
    if (!movie) return pageHead(match.context, undefined);
    const path = `/movies/${movie.ref}`;
    const item = queryClient.getQueryData(trpc.movies.get.queryKey({ id: movie.id }))?.item;
    return pageHead(match.context, {
      title: movie.year ? `${movie.title} (${movie.year})` : movie.title,
      description: movie.about,
      path,
      type: 'video.movie',
      card: true,
      jsonLd: import.meta.env.SSR &&
        item && [
          movieJsonLd(siteUrl, item),
          breadcrumbJsonLd(match.context, [
            ['Films', '/movies'],
            [movie.title, path],
          ]),
        ],
    });
  },
  // At once: it shows what the card showed.
  pendingMs: 0,
  pendingComponent: MoviePending,
  component: MoviePage,
});

function MoviePage() {
  const { id } = Route.useLoaderData();
  const { trpc } = Route.useRouteContext();
  const { data } = useSuspenseQuery(trpc.movies.get.queryOptions({ id }));
  const movie = data.item;
  const related = useSuspenseQuery(trpc.movies.related.queryOptions({ id })).data.items;
  return (
    <article className="page">
      <FilmLayout poster={<MoviePoster movie={movie} priority sizes="(min-width: 60rem) 22rem, 42vw" />}>
        <PageTitle
          eyebrow={<Eyebrow movie={movie} />}
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
      {movie.director && (
        <Section title="Crew">
          <CrewList jobs={[{ job: 'Director', person: movie.director }]} />
        </Section>
      )}
      <Rail title="Related" movies={related} />
    </article>
  );
}

/** Year and country, each leading on. */
function Eyebrow({ movie: { releaseDate, country } }: { movie: MovieCard }) {
  const year = yearOf(releaseDate);
  return (
    <>
      {year && <Link {...yearLink(year)}>{year}</Link>}
      {year && country && ' · '}
      {country && <Link {...countryLink(country)}>{country.name}</Link>}
    </>
  );
}
