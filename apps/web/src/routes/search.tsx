import { limits, searchTextIn } from '@cinematheque/shared/limits';
import { EmptyState } from '@cinematheque/ui/empty-state';
import { useSuspenseQuery } from '@tanstack/react-query';
import { createFileRoute, Link } from '@tanstack/react-router';
import { listSearch } from '../browse/list-search.ts';
import { PageTitle } from '../components/page-title.tsx';
import type { SiteContext } from '../context.ts';
import { pageHead } from '../head.ts';
import { SearchResults } from '../search/search-results.tsx';
import { searchTotals } from '../search/search-totals.ts';
import { textIn } from '../search-params.ts';

interface PageSearch {
  q?: string;
  /** Of this kind alone, as many as there may be. */
  kind?: 'characters';
}

const inputOf = ({ q, kind }: PageSearch) => ({
  // Longer than anything has a name; the beginning finds it too.
  q: searchTextIn(q?.slice(0, limits.search) ?? '') ?? '',
  limit: kind ? 50 : 12,
});

export const Route = createFileRoute('/search')({
  validateSearch: (raw: Record<string, unknown>): PageSearch => ({
    q: listSearch(raw).q,
    kind: textIn(raw.kind) === 'characters' ? 'characters' : undefined,
  }),
  loaderDeps: ({ search }) => search,
  loader: async ({ context, deps }) => {
    const input = inputOf(deps);
    if (input.q) {
      await Promise.all([
        context.queryClient.ensureQueryData(context.trpc.search.everything.queryOptions(input)),
        context.queryClient.ensureQueryData(searchTotals(context, input.q)),
      ]);
    }
    return { input, kind: deps.kind };
  },
  head: ({ match, loaderData }) =>
    pageHead(match.context, {
      title: loaderData?.input.q ? `“${loaderData.input.q}”` : 'Search',
      path: '/search',
      unlisted: true,
    }),
  component: SearchPage,
});

function SearchPage() {
  const { input } = Route.useLoaderData();
  return (
    <div className="page">
      <PageTitle eyebrow="Search">{input.q ? `“${input.q}”` : 'What are you looking for?'}</PageTitle>
      {input.q ? <Found /> : <Prompt />}
    </div>
  );
}

function Found() {
  const context: SiteContext = Route.useRouteContext();
  const { input, kind } = Route.useLoaderData();
  const { data: found } = useSuspenseQuery(context.trpc.search.everything.queryOptions(input));
  const { data: totals } = useSuspenseQuery(searchTotals(context, input.q));
  const { characters } = found;
  const only = { movies: [], persons: [], directors: [], genres: [], countries: [], characters };
  return <SearchResults q={input.q} found={kind ? only : found} totals={totals} whole={kind !== undefined} />;
}

function Prompt() {
  return (
    <EmptyState title="Type a title, a name or a character">
      Accents and small slips do not matter. Or look through <Link to="/movies">all films</Link>,{' '}
      <Link to="/people">people</Link> and <Link to="/genres">genres</Link>.
    </EmptyState>
  );
}
