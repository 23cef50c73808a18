import { useSuspenseQuery } from '@tanstack/react-query';
import { createFileRoute, Link } from '@tanstack/react-router';
import { DroppedNotice } from '../../browse/dropped-notice.tsx';
import { LetterBar } from '../../browse/letter-bar.tsx';
import { listSearch, readList } from '../../browse/list-search.ts';
import { loadPage } from '../../browse/load-page.ts';
import { NameSearch } from '../../browse/name-search.tsx';
import { PageTitle } from '../../components/page-title.tsx';
import { countOf, formatTotal } from '../../format.ts';
import { pageHead } from '../../head.ts';
import { PeopleList } from '../../person/people-list.tsx';
import { PeoplePending } from '../../person/people-pending.tsx';
import { PersonRow } from '../../person/person-row.tsx';

const perPage = 60;

export const Route = createFileRoute('/people/')({
  validateSearch: listSearch,
  loaderDeps: ({ search }) => search,
  loader: async ({ context: { queryClient, trpc }, deps }) => {
    const { input, dropped } = readList(deps, ['name', 'born'] as const);
    const byName = !input.q && (!input.sort || input.sort === 'name');
    if (byName) await queryClient.ensureQueryData(trpc.persons.letters.queryOptions({}));
    const page = await loadPage({ ...input, limit: perPage }, (asked) =>
      queryClient.ensureQueryData(trpc.persons.list.queryOptions(asked)),
    );
    return { input: page.input, byName, dropped: [...dropped, ...page.dropped] };
  },
  head: ({ match }) =>
    pageHead(match.context, {
      title: 'People',
      description: 'Everybody who played in the films of the catalog.',
      path: '/people',
      search: match.search,
    }),
  pendingComponent: PeoplePending,
  component: PeoplePage,
});

function PeoplePage() {
  const { input, byName, dropped } = Route.useLoaderData();
  const { trpc } = Route.useRouteContext();
  const { data } = useSuspenseQuery(trpc.persons.list.queryOptions(input));
  const { q, sort, cursor } = input;
  return (
    <div className="page">
      <PageTitle
        line={formatTotal(data.total, 'name')}
        aside={<NameSearch path="/people" label="Find a person" q={q} />}
      >
        People
      </PageTitle>
      <DroppedNotice dropped={dropped} />
      {byName && <Letters after={cursor} />}
      <PeopleList
        rows={data.items}
        q={q}
        first={cursor ? (props) => <Link to="/people" search={{ q, sort }} {...props} /> : undefined}
        next={
          data.nextCursor
            ? (props) => (
                <Link to="/people" search={{ q, sort, after: data.nextCursor ?? undefined }} {...props} />
              )
            : undefined
        }
      >
        {(person) => <PersonRow person={person} aside={countOf(person.movies, 'film')} />}
      </PeopleList>
    </div>
  );
}

function Letters({ after }: { after: string | undefined }) {
  const { trpc } = Route.useRouteContext();
  const { items } = useSuspenseQuery(trpc.persons.letters.queryOptions({})).data;
  return (
    <LetterBar
      letters={items}
      noun="name"
      after={after}
      link={(cursor) => (props) => <Link to="/people" search={{ after: cursor }} {...props} />}
    />
  );
}
