import { EmptyState } from '@cinematheque/ui/empty-state';
import { useSuspenseQuery } from '@tanstack/react-query';
import { createFileRoute, Link } from '@tanstack/react-router';
import { genresOptions } from '../../browse/choices.ts';
import { IndexList } from '../../components/index-list.tsx';
import { PageTitle } from '../../components/page-title.tsx';
import { countOf } from '../../format.ts';
import { pageHead } from '../../head.ts';
import { genreLink } from '../../links.ts';

export const Route = createFileRoute('/genres/')({
  loader: async ({ context }) => {
    await context.queryClient.ensureQueryData(genresOptions(context));
  },
  head: ({ match }) =>
    pageHead(match.context, {
      title: 'Genres',
      description: 'The films of the catalog by genre.',
      path: '/genres',
    }),
  component: GenresPage,
});

function GenresPage() {
  const { data: genres } = useSuspenseQuery(genresOptions(Route.useRouteContext()));
  return (
    <div className="page">
      <PageTitle line={countOf(genres.length, 'genre')}>Genres</PageTitle>
      {genres.length === 0 && <EmptyState title="No genres yet" />}
      <IndexList
        items={genres}
        size="large"
        link={(genre) => (props) => <Link {...genreLink(genre)} {...props} />}
      />
    </div>
  );
}
