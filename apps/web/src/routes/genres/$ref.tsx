import { movieSorts } from '@cinematheque/shared/movie';
import { refOf } from '@cinematheque/shared/slug';
import { createFileRoute, Link, redirect } from '@tanstack/react-router';
import { listSearch, readList } from '../../browse/list-search.ts';
import { loadPage } from '../../browse/load-page.ts';
import { MoviesOf } from '../../browse/movies-of.tsx';
import { idIn, orNotFound } from '../../entity.ts';
import { pageHead } from '../../head.ts';

export const Route = createFileRoute('/genres/$ref')({
  validateSearch: listSearch,
  loaderDeps: ({ search: { sort, after } }) => ({ sort, after }),
  async loader({ context: { queryClient, trpc }, params, deps }) {
    const id = idIn(params.ref);
    const genre = trpc.genres.get.queryOptions({ id });
    const { item } = await orNotFound(queryClient.ensureQueryData(genre));
    const ref = refOf(id, item.name);
    if (ref !== params.ref) {
      throw redirect({ to: '/genres/$ref', params: { ref }, search: true, statusCode: 301 });
    }
    const { input, dropped } = readList(deps, movieSorts);
    const page = await loadPage({ ...input, genres: [id] }, (asked) =>
      queryClient.ensureQueryData(trpc.movies.list.queryOptions(asked)),
    );
    return { ref, name: item.name, input: page.input, dropped: [...dropped, ...page.dropped] };
  },
  head: ({ match, loaderData: genre }) =>
    pageHead(
      match.context.siteUrl,
      genre && {
        title: genre.name,
        description: `Films of the genre ${genre.name}.`,
        path: `/genres/${genre.ref}`,
      },
    ),
  component: GenrePage,
});

function GenrePage() {
  const { ref, name, input, dropped } = Route.useLoaderData();
  return (
    <MoviesOf
      kind={<Link to="/genres">Genre</Link>}
      name={name}
      path={`/genres/${ref}`}
      input={input}
      dropped={dropped}
      pageLink={(after) => (props) => (
        <Link to="/genres/$ref" params={{ ref }} search={{ sort: input.sort, after }} {...props} />
      )}
    />
  );
}
