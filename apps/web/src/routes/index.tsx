import { yearOf } from '@cinematheque/shared/refs';
import { useSuspenseQuery } from '@tanstack/react-query';
import { createFileRoute, Link } from '@tanstack/react-router';
import { countriesOptions, genresOptions } from '../browse/choices.ts';
import { IndexList } from '../components/index-list.tsx';
import { Section } from '../components/section.tsx';
import { pageHead } from '../head.ts';
import { DecadeStrip } from '../home/decade-strip.tsx';
import { EmptyCatalog } from '../home/empty-catalog.tsx';
import { Masthead } from '../home/masthead.tsx';
import { countryLink, genreLink } from '../links.ts';
import { MovieGrid } from '../movie/movie-grid.tsx';

const newest = { sort: 'newest', limit: 19 } as const;
const oldest = { sort: 'oldest', limit: 1 } as const;
const everybody = { limit: 1 } as const;

/** Countries of the first page: those with the most films. */
const COUNTRIES = 12;

export const Route = createFileRoute('/')({
  async loader({ context }) {
    const { queryClient, trpc } = context;
    await Promise.all([
      queryClient.ensureQueryData(trpc.movies.list.queryOptions(newest)),
      queryClient.ensureQueryData(trpc.movies.list.queryOptions(oldest)),
      queryClient.ensureQueryData(trpc.persons.list.queryOptions(everybody)),
      queryClient.ensureQueryData(genresOptions(context)),
      queryClient.ensureQueryData(countriesOptions(context)),
    ]);
  },
  head: ({ match }) =>
    pageHead(match.context.siteUrl, {
      description: 'A catalog of films and of the people who made them.',
      path: '/',
    }),
  component: HomePage,
});

function HomePage() {
  const context = Route.useRouteContext();
  const { items, total } = useSuspenseQuery(context.trpc.movies.list.queryOptions(newest)).data;
  const [first] = useSuspenseQuery(context.trpc.movies.list.queryOptions(oldest)).data.items;
  const people = useSuspenseQuery(context.trpc.persons.list.queryOptions(everybody)).data.total;
  const { data: genres } = useSuspenseQuery(genresOptions(context));
  const { data: countries } = useSuspenseQuery(countriesOptions(context));
  const [feature, ...movies] = items;
  if (!feature) return <EmptyCatalog />;
  const years = { from: yearOf(first?.releaseDate ?? null), to: yearOf(feature.releaseDate) };
  const largest = countries.toSorted((a, b) => b.movies - a.movies).slice(0, COUNTRIES);
  return (
    <div className="page">
      <Masthead films={total} people={people} countries={countries.length} years={years} feature={feature} />
      <Section title="The newest" action={<Link to="/movies">All films</Link>}>
        <MovieGrid movies={movies} />
      </Section>
      {years.from !== null && years.to !== null && (
        <Section title="By decade">
          <DecadeStrip from={years.from} to={years.to} />
        </Section>
      )}
      <Section title="By genre" action={<Link to="/genres">All genres</Link>}>
        <IndexList items={genres} link={(genre) => (props) => <Link {...genreLink(genre)} {...props} />} />
      </Section>
      <Section title="By country" action={<Link to="/countries">All countries</Link>}>
        <IndexList
          items={largest}
          link={(country) => (props) => <Link {...countryLink(country)} {...props} />}
        />
      </Section>
    </div>
  );
}
