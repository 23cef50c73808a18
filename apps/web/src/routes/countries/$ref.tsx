import { refOf } from '@cinematheque/shared/slug';
import { createFileRoute, Link, redirect } from '@tanstack/react-router';
import { browseHead } from '../../browse/browse-head.ts';
import { browseSearch } from '../../browse/browse-search.ts';
import { BrowseView } from '../../browse/browse-view.tsx';
import { loadBrowse } from '../../browse/load-browse.ts';
import { readEntity } from '../../entity.ts';

export const Route = createFileRoute('/countries/$ref')({
  validateSearch: browseSearch,
  loader: async ({ context, params, location: { search }, cause }) => {
    const { item } = await readEntity(params.ref, (id) =>
      context.queryClient.ensureQueryData(context.trpc.countries.get.queryOptions({ id })),
    );
    const ref = refOf(item.id, item.name);
    if (ref !== params.ref) {
      throw redirect({ to: '/countries/$ref', params: { ref }, search: true, statusCode: 301 });
    }
    const scope = { kind: 'country', value: item.id, exclude: false } as const;
    await loadBrowse(context, { search, cause, scope });
    return { scope, ref, name: item.name };
  },
  head: ({ match, loaderData: country }) =>
    browseHead(
      match,
      country && {
        title: country.name,
        description: `Films from ${country.name}.`,
        path: `/countries/${country.ref}`,
        above: ['Countries', '/countries'],
        scope: country.scope,
      },
    ),
  component: CountryPage,
});

function CountryPage() {
  const { scope, name } = Route.useLoaderData();
  return (
    <BrowseView
      search={Route.useSearch()}
      eyebrow={<Link to="/countries">Country</Link>}
      title={name}
      scope={scope}
    />
  );
}
