import { fullName } from '@cinematheque/shared/names';
import { refOf } from '@cinematheque/shared/slug';
import { useSuspenseQuery } from '@tanstack/react-query';
import { createFileRoute, redirect } from '@tanstack/react-router';
import { Section } from '../../components/section.tsx';
import { readEntity } from '../../entity.ts';
import { countOf } from '../../format.ts';
import { pageHead } from '../../head.ts';
import { MovieGrid } from '../../movie/movie-grid.tsx';
import { PortraitPage } from '../../person/portrait-page.tsx';
import { Years } from '../../person/years.tsx';

export const Route = createFileRoute('/directors/$ref')({
  loader: async ({ context, params }) => {
    const { item } = await readEntity(params.ref, (id) =>
      context.queryClient.ensureQueryData(context.trpc.directors.get.queryOptions({ id })),
    );
    const name = fullName(item);
    // Whoever also acts has one page for both.
    if (item.personId !== null) {
      const ref = refOf(item.personId, name);
      throw redirect({ to: '/people/$ref', params: { ref }, statusCode: 301 });
    }
    const ref = refOf(item.id, name);
    if (ref !== params.ref) throw redirect({ to: '/directors/$ref', params: { ref }, statusCode: 301 });
    return { id: item.id, ref, name, titles: item.movies.slice(0, 4).map(({ title }) => title) };
  },
  head: ({ match, loaderData: director }) =>
    pageHead(
      match.context,
      director && {
        title: director.name,
        description: `Films directed by ${director.name}: ${director.titles.join(', ')}.`,
        path: `/directors/${director.ref}`,
      },
    ),
  component: DirectorPage,
});

function DirectorPage() {
  const { id, name } = Route.useLoaderData();
  const { trpc } = Route.useRouteContext();
  const { item: director } = useSuspenseQuery(trpc.directors.get.queryOptions({ id })).data;
  return (
    <PortraitPage
      name={name}
      photo={director.photo}
      eyebrow="Directing"
      about={<Years movies={director.movies} />}
    >
      {director.movies.length > 0 && (
        <Section title="Films" note={countOf(director.movies.length, 'film')}>
          <MovieGrid movies={director.movies} />
        </Section>
      )}
    </PortraitPage>
  );
}
