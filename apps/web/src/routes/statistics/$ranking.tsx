import { Field } from '@cinematheque/ui/field';
import { PaginationLinks } from '@cinematheque/ui/pagination-links';
import { Select } from '@cinematheque/ui/select';
import { createFileRoute, Link, notFound } from '@tanstack/react-router';
import { InstantForm } from '../../browse/instant-form.tsx';
import { PageTitle } from '../../components/page-title.tsx';
import { countOf } from '../../format.ts';
import { pageHead } from '../../head.ts';
import { RankingList } from '../../statistics/ranking-list.tsx';
import { askedOf, rankingSearch, spans } from '../../statistics/ranking-search.ts';
import { rankingNames, rankings } from '../../statistics/rankings.tsx';

export const Route = createFileRoute('/statistics/$ranking')({
  validateSearch: rankingSearch,
  loaderDeps: ({ search }) => search,
  loader: async ({ context, params, deps }) => {
    const name = rankingNames.find((known) => known === params.ranking);
    if (!name) throw notFound();
    await rankings[name].load(context, askedOf(deps));
    return { name, title: rankings[name].title, about: rankings[name].about };
  },
  head: ({ match, loaderData }) =>
    pageHead(
      match.context,
      loaderData && {
        title: loaderData.title,
        description: loaderData.about,
        path: `/statistics/${loaderData.name}`,
      },
    ),
  component: RankingPage,
});

function RankingPage() {
  const { name, title, about } = Route.useLoaderData();
  const search = Route.useSearch();
  const asked = askedOf(search);
  const { rows, nextCursor } = rankings[name].use(asked);
  const from = search.from ?? 1;
  return (
    <div className="page">
      <PageTitle
        eyebrow={<Link to="/statistics">Statistics</Link>}
        line={about}
        aside={
          name === 'recent' && (
            <InstantForm path="/statistics/recent" label="Which films" state={String(asked.years)}>
              <Field label="Of the last">
                {(control) => (
                  <Select {...control} name="years" defaultValue={asked.years}>
                    {spans.map((years) => (
                      <option key={years} value={years}>
                        {countOf(years, 'year')}
                      </option>
                    ))}
                  </Select>
                )}
              </Field>
            </InstantForm>
          )
        }
      >
        {title}
      </PageTitle>
      <RankingList rows={rows} start={from} />
      {(nextCursor || search.after) && (
        <PaginationLinks
          previous={
            search.after ? (props) => <Link to="." search={{ years: search.years }} {...props} /> : undefined
          }
          previousLabel="From the start"
          next={
            nextCursor
              ? (props) => (
                  <Link
                    to="."
                    search={{ years: search.years, after: nextCursor, from: from + rows.length }}
                    {...props}
                  />
                )
              : undefined
          }
          nextLabel="The next"
        />
      )}
    </div>
  );
}
