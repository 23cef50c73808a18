import { useSuspenseQuery } from '@tanstack/react-query';
import { createFileRoute, Link } from '@tanstack/react-router';
import { Section } from '../components/section.tsx';
import { pageHead } from '../head.ts';
import { MovieGrid } from '../movie/movie-grid.tsx';

const newest = { sort: 'newest', limit: 12 } as const;

export const Route = createFileRoute('/')({
  async loader({ context }) {
    await context.queryClient.ensureQueryData(context.trpc.movies.list.queryOptions(newest));
  },
  head: ({ match }) =>
    pageHead(match.context.siteUrl, {
      description: 'A catalog of films and of the people who made them.',
      path: '/',
    }),
  component: HomePage,
});

function HomePage() {
  const { trpc } = Route.useRouteContext();
  const { data } = useSuspenseQuery(trpc.movies.list.queryOptions(newest));
  return (
    <div className="page">
      <Section title="Newest films" action={<Link to="/movies">All films</Link>}>
        <MovieGrid movies={data.items} />
      </Section>
    </div>
  );
}
