import { searchText } from '@cinematheque/shared/text';
import { EmptyState } from '@cinematheque/ui/empty-state';
import { useSuspenseQuery } from '@tanstack/react-query';
import { createFileRoute, Link } from '@tanstack/react-router';
import { type ListSearch, listSearch } from '../browse/list-search.ts';
import { PageTitle } from '../components/page-title.tsx';
import { pageHead } from '../head.ts';
import { SearchResults } from '../search/search-results.tsx';

/** Best matches of a kind. */
const perKind = 12;

export const Route = createFileRoute('/search')({
  validateSearch: (raw: Record<string, unknown>): Pick<ListSearch, 'q'> => ({ q: listSearch(raw).q }),
  loaderDeps: ({ search }) => search,
  async loader({ context, deps }) {
    // Longer than anything has a name; the beginning finds it too.
    const q = searchText.safeParse(deps.q?.slice(0, 200) ?? '').data ?? '';
    const input = { q, limit: perKind };
    if (q) await context.queryClient.ensureQueryData(context.trpc.search.everything.queryOptions(input));
    return { input };
  },
  head: ({ match, loaderData }) => ({
    ...pageHead(match.context.siteUrl, {
      title: loaderData?.input.q ? `“${loaderData.input.q}”` : 'Search',
      path: '/search',
    }),
  }),
  component: SearchPage,
});

function SearchPage() {
  const { input } = Route.useLoaderData();
  return (
    <div className="page">
      <PageTitle eyebrow="Search">{input.q ? `“${input.q}”` : 'What are you looking for?'}</PageTitle>
      {input.q ? <Found input={input} /> : <Prompt />}
    </div>
  );
}

function Found({ input }: { input: { q: string; limit: number } }) {
  const { trpc } = Route.useRouteContext();
  const { data } = useSuspenseQuery(trpc.search.everything.queryOptions(input));
  return <SearchResults found={data} />;
}

function Prompt() {
  return (
    <EmptyState title="Type a title, a name or a character">
      Accents and small slips do not matter. Or look through <Link to="/movies">all films</Link>,{' '}
      <Link to="/people">people</Link> and <Link to="/genres">genres</Link>.
    </EmptyState>
  );
}
