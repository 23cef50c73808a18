import { buttonClass } from '@cinematheque/ui/button-class';
import { createFileRoute, Link } from '@tanstack/react-router';
import { AppliedFilters } from '../../browse/applied-filters.tsx';
import {
  browseSearch,
  choiceKinds,
  listInputOf,
  readBrowse,
  withBrowse,
} from '../../browse/browse-search.ts';
import { nameChoices } from '../../browse/choice-names.ts';
import { countriesOptions, genresOptions } from '../../browse/choices.ts';
import { DroppedNotice } from '../../browse/dropped-notice.tsx';
import { FilterForm } from '../../browse/filter-form.tsx';
import { loadPage } from '../../browse/load-page.ts';
import { MovieList, MovieTotal, NoMovies } from '../../browse/movie-list.tsx';
import { PageTitle } from '../../components/page-title.tsx';
import { pageHead } from '../../head.ts';
import styles from './index.module.css';

export const Route = createFileRoute('/movies/')({
  validateSearch: browseSearch,
  loaderDeps: ({ search }) => search,
  async loader({ context, deps }) {
    const { browse, dropped } = readBrowse(deps);
    await Promise.all([
      context.queryClient.ensureQueryData(genresOptions(context)),
      context.queryClient.ensureQueryData(countriesOptions(context)),
    ]);
    const choices = await nameChoices(context, browse.choices);
    const unknown = browse.choices.filter(
      ({ kind, value }) => !choices.some((choice) => choice.kind === kind && choice.value === value),
    );
    const movies = await loadPage(listInputOf({ ...browse, choices }), (input) =>
      context.queryClient.ensureQueryData(context.trpc.movies.list.queryOptions(input)),
    );
    return {
      browse: { ...browse, choices },
      choices,
      input: movies.input,
      dropped: [
        ...dropped,
        ...unknown.map(({ kind, value }) => `${choiceKinds[kind].label} “${value}”`),
        ...movies.dropped,
      ],
    };
  },
  head: ({ match }) =>
    pageHead(match.context.siteUrl, {
      title: 'Films',
      description: 'All films of the catalog, by genre, country, decade and length.',
      path: '/movies',
    }),
  component: BrowsePage,
});

function BrowsePage() {
  const { browse, choices, input, dropped } = Route.useLoaderData();
  return (
    <div className="page">
      <PageTitle line={<MovieTotal input={input} />} aside={<FilterForm browse={browse} />}>
        Films
      </PageTitle>
      <DroppedNotice dropped={dropped} />
      <AppliedFilters browse={browse} choices={choices} />
      <div className={styles.list}>
        <MovieList
          input={input}
          pageLink={(after) => (props) => (
            <Link to="/movies" search={withBrowse(browse, { after })} {...props} />
          )}
          empty={
            <NoMovies
              action={
                <Link to="/movies" search={{}} className={buttonClass()}>
                  Show all films
                </Link>
              }
            >
              No film has all of what you chose. Take a filter away, or start again.
            </NoMovies>
          }
        />
      </div>
    </div>
  );
}
