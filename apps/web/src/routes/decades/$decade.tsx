import { createFileRoute, Link, notFound } from '@tanstack/react-router';
import { decadeIn } from '../../browse/browse.ts';
import { browseHead } from '../../browse/browse-head.ts';
import { browseSearch } from '../../browse/browse-search.ts';
import { BrowseView } from '../../browse/browse-view.tsx';
import { loadBrowse } from '../../browse/load-browse.ts';

export const Route = createFileRoute('/decades/$decade')({
  validateSearch: browseSearch,
  loader: async ({ context, params, location: { search }, cause }) => {
    const decade = decadeIn(params.decade.replace(/s$/, ''));
    if (decade === null) throw notFound();
    const scope = { kind: 'decade', value: decade, exclude: false } as const;
    await loadBrowse(context, { search, cause, scope });
    return { scope, decade };
  },
  head: ({ match, loaderData }) =>
    browseHead(
      match,
      loaderData && {
        title: `The ${loaderData.decade}s`,
        description: `Films of the ${loaderData.decade}s.`,
        path: `/decades/${loaderData.decade}`,
        above: ['Films', '/movies'],
        scope: loaderData.scope,
      },
    ),
  component: DecadePage,
});

function DecadePage() {
  const { scope, decade } = Route.useLoaderData();
  const near = [decade - 10, decade + 10].map(String);
  return (
    <BrowseView search={Route.useSearch()} eyebrow="Decade" title={`${decade}s`} scope={scope}>
      <p className="eyebrow">
        {near.map((other, index) => (
          <span key={other}>
            {index > 0 && ' · '}
            <Link to="/decades/$decade" params={{ decade: other }}>
              {other}s
            </Link>
          </span>
        ))}
      </p>
    </BrowseView>
  );
}
