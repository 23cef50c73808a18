import { refOf } from '@cinematheque/shared/slug';
import { createFileRoute, Link, redirect } from '@tanstack/react-router';
import { browseHead } from '../../browse/browse-head.ts';
import { browseSearch } from '../../browse/browse-search.ts';
import { BrowseView } from '../../browse/browse-view.tsx';
import { loadBrowse } from '../../browse/load-browse.ts';
import { readEntity } from '../../entity.ts';

export const Route = createFileRoute('/genres/$ref')({
  validateSearch: browseSearch,
  loader: async ({ context, params, location: { search }, cause }) => {
    const { item } = await readEntity(params.ref, (id) =>
      context.queryClient.ensureQueryData(context.trpc.genres.get.queryOptions({ id })),
    );
    const ref = refOf(item.id, item.name);
    if (ref !== params.ref) {
      throw redirect({ to: '/genres/$ref', params: { ref }, search: true, statusCode: 301 });
    }
    const scope = { kind: 'genre', value: item.id, exclude: false } as const;
    await loadBrowse(context, { search, cause, scope });
    return { scope, ref, name: item.name };
  },
  head: ({ match, loaderData: genre }) =>
    browseHead(
      match,
      genre && {
        title: genre.name,
        description: `Films of the genre ${genre.name}.`,
        path: `/genres/${genre.ref}`,
        above: ['Genres', '/genres'],
        scope: genre.scope,
        feed: `${genre.name}: new films`,
      },
    ),
  component: GenrePage,
});

function GenrePage() {
  const { scope, name } = Route.useLoaderData();
  return (
    <BrowseView
      search={Route.useSearch()}
      eyebrow={<Link to="/genres">Genre</Link>}
      title={name}
      scope={scope}
    />
  );
}
