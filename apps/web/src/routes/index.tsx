import { fullName } from '@cinematheque/shared/names';
import { useSuspenseQuery } from '@tanstack/react-query';
import { createFileRoute, Link } from '@tanstack/react-router';
import { listJsonLd } from '#json-ld';
import { late } from '../components/late.tsx';
import { Section } from '../components/section.tsx';
import { pageHead } from '../head.ts';
import { DecadeStrip } from '../home/decade-strip.tsx';
import { EmptyCatalog } from '../home/empty-catalog.tsx';
import { Masthead } from '../home/masthead.tsx';
import { countryLink, directorLink, genreLink } from '../links.ts';

const IndexList = late(async () => (await import('../components/index-list.tsx')).IndexList);
const Rail = late(async () => (await import('../movie/rail.tsx')).Rail);

const newest = { sort: 'newest', limit: 16 } as const;
const mostKept = { sort: 'favorites', favoritesFrom: 1, limit: 15 } as const;
const byDirector = (id: number) => ({ directors: [id], limit: 15 });

/** Countries of the first page: those with the most films. */
const COUNTRIES = 12;

export const Route = createFileRoute('/')({
  loader: async ({ context: { queryClient, trpc } }) => {
    const [{ directors }] = await Promise.all([
      queryClient.ensureQueryData(trpc.movies.facets.queryOptions({})),
      queryClient.ensureQueryData(trpc.movies.list.queryOptions(newest)),
      queryClient.ensureQueryData(trpc.movies.list.queryOptions(mostKept)),
      queryClient.ensureQueryData(trpc.statistics.overview.queryOptions()),
    ]);
    // One of those with the most films, another each day.
    const day = Math.floor(Date.now() / 86_400_000);
    const director = directors[day % directors.length];
    if (!director) return { director: null };
    await queryClient.ensureQueryData(trpc.movies.list.queryOptions(byDirector(director.id)));
    return { director: { id: director.id, firstName: director.firstName, lastName: director.lastName } };
  },
  head: ({ match }) => {
    const { siteUrl, queryClient, trpc } = match.context;
    const { items = [] } = queryClient.getQueryData(trpc.movies.list.queryKey(newest)) ?? {};
    return pageHead(match.context, {
      description: 'A catalog of films and of the people who made them.',
      path: '/',
      jsonLd: import.meta.env.SSR && [listJsonLd(siteUrl, items)],
    });
  },
  component: HomePage,
});

function HomePage() {
  const { trpc } = Route.useRouteContext();
  const { director } = Route.useLoaderData();
  const [feature, ...movies] = useSuspenseQuery(trpc.movies.list.queryOptions(newest)).data.items;
  const kept = useSuspenseQuery(trpc.movies.list.queryOptions(mostKept)).data.items;
  const { genres, countries, decades } = useSuspenseQuery(trpc.movies.facets.queryOptions({})).data;
  const { data: overview } = useSuspenseQuery(trpc.statistics.overview.queryOptions());
  if (!feature) return <EmptyCatalog />;
  const largest = countries.toSorted((a, b) => b.count - a.count).slice(0, COUNTRIES);
  return (
    <div className="page">
      <Masthead overview={overview} feature={feature} />
      <Rail title="The newest" movies={movies} action={<Link to="/movies">All films</Link>} />
      {decades.length > 1 && (
        <Section title="By decade" action={<Link to="/statistics">In numbers</Link>}>
          <DecadeStrip decades={decades} />
        </Section>
      )}
      {director && <DirectorRail director={director} />}
      <Rail
        title="Most kept"
        movies={kept}
        action={
          <Link to="/movies" search={{ sort: 'favorites' }}>
            All by hearts
          </Link>
        }
      />
      {genres.length > 0 && (
        <Section title="By genre" action={<Link to="/genres">All genres</Link>}>
          <IndexList items={genres} link={(genre) => (props) => <Link {...genreLink(genre)} {...props} />} />
        </Section>
      )}
      {largest.length > 0 && (
        <Section title="By country" action={<Link to="/countries">All countries</Link>}>
          <IndexList
            items={largest}
            link={(country) => (props) => <Link {...countryLink(country)} {...props} />}
          />
        </Section>
      )}
    </div>
  );
}

function DirectorRail({ director }: { director: Parameters<typeof directorLink>[0] }) {
  const { trpc } = Route.useRouteContext();
  const { items } = useSuspenseQuery(trpc.movies.list.queryOptions(byDirector(director.id))).data;
  return (
    <Rail
      title={`Directed by ${fullName(director)}`}
      movies={items}
      action={<Link {...directorLink(director)}>The director</Link>}
    />
  );
}
