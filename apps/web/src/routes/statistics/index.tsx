import { useSuspenseQuery } from '@tanstack/react-query';
import { createFileRoute, Link } from '@tanstack/react-router';
import { Columns } from '../../components/columns.tsx';
import { PageTitle } from '../../components/page-title.tsx';
import { Section } from '../../components/section.tsx';
import { pageHead } from '../../head.ts';
import { countryLink, decadeLink, genreLink, yearLink } from '../../links.ts';
import { Bars } from '../../statistics/bars.tsx';
import { FigureSection } from '../../statistics/figure-section.tsx';
import { Numbers } from '../../statistics/numbers.tsx';
import { RankingList } from '../../statistics/ranking-list.tsx';
import { askedOf } from '../../statistics/ranking-search.ts';
import { type RankingName, rankingNames, rankings } from '../../statistics/rankings.tsx';
import styles from './statistics-page.module.css';

/** Lines of each ranking on this page. */
const asked = { ...askedOf({}), limit: 5 };

/** Countries as bars; the table has them all. */
const COUNTRIES = 8;

export const Route = createFileRoute('/statistics/')({
  loader: async ({ context }) => {
    const { queryClient, trpc } = context;
    await Promise.all([
      queryClient.ensureQueryData(trpc.statistics.overview.queryOptions()),
      queryClient.ensureQueryData(trpc.statistics.moviesByYear.queryOptions()),
      queryClient.ensureQueryData(trpc.statistics.moviesByDecade.queryOptions()),
      queryClient.ensureQueryData(trpc.statistics.moviesByGenre.queryOptions()),
      queryClient.ensureQueryData(trpc.statistics.moviesByCountry.queryOptions()),
      ...rankingNames.map((name) => rankings[name].load(context, asked)),
    ]);
  },
  head: ({ match }) =>
    pageHead(match.context, {
      title: 'Statistics',
      description:
        'The catalog in numbers: films by year, decade, genre and country, budgets, careers and pairs.',
      path: '/statistics',
    }),
  component: StatisticsPage,
});

function StatisticsPage() {
  const { trpc } = Route.useRouteContext();
  const { data: overview } = useSuspenseQuery(trpc.statistics.overview.queryOptions());
  return (
    <div className="page">
      <PageTitle line="Every bar leads to its films, and has a table beneath it.">
        The catalog in numbers
      </PageTitle>
      <Numbers overview={overview} />
      <ByYear />
      <div className={styles.pairs}>
        <ByGenre />
        <div>
          <ByDecade />
          <ByCountry />
        </div>
      </div>
      <div className={styles.pairs}>
        {rankingNames.map((name) => (
          <TopOf key={name} name={name} />
        ))}
      </div>
    </div>
  );
}

function ByYear() {
  const { trpc } = Route.useRouteContext();
  const { items } = useSuspenseQuery(trpc.statistics.moviesByYear.queryOptions()).data;
  const counts = new Map(items.map(({ year, movies }) => [year, movies]));
  const [first = 0, last = 0] = [items.at(0)?.year, items.at(-1)?.year];
  const years = Array.from({ length: last - first + 1 }, (_, index) => first + index);
  const link = (year: number) => (props: { className?: string; children: React.ReactNode }) => (
    <Link {...yearLink(year)} preload={false} {...props} />
  );
  return (
    <FigureSection
      title="By year"
      heading="Year"
      rows={items.map(({ year, movies }) => ({ key: year, name: link(year)({ children: year }), movies }))}
    >
      <Columns
        label="Films by year"
        size="large"
        columns={years.map((year) => ({
          key: year,
          label: String(year),
          tick: year % 20 === 0 && year,
          count: counts.get(year) ?? 0,
          link: link(year),
        }))}
      />
    </FigureSection>
  );
}

function ByDecade() {
  const { trpc } = Route.useRouteContext();
  const { items } = useSuspenseQuery(trpc.statistics.moviesByDecade.queryOptions()).data;
  const rows = items.flatMap(({ decade, movies }) => (decade === null ? [] : { key: decade, movies }));
  return (
    <FigureSection
      title="By decade"
      heading="Decade"
      rows={rows.map(({ key, movies }) => ({ key, movies, name: <Link {...decadeLink(key)}>{key}s</Link> }))}
    >
      <Bars
        label="Films by decade"
        bars={rows.map(({ key, movies }) => ({
          key,
          label: `${key}s`,
          count: movies,
          link: (props) => <Link {...decadeLink(key)} {...props} />,
        }))}
      />
    </FigureSection>
  );
}

function ByGenre() {
  const { trpc } = Route.useRouteContext();
  const { items } = useSuspenseQuery(trpc.statistics.moviesByGenre.queryOptions()).data;
  return (
    <FigureSection
      title="By genre"
      heading="Genre"
      rows={items.map(({ genre, movies }) => ({
        key: genre.id,
        movies,
        name: <Link {...genreLink(genre)}>{genre.name}</Link>,
      }))}
    >
      <Bars
        label="Films by genre"
        bars={items.map(({ genre, movies }) => ({
          key: genre.id,
          label: genre.name,
          count: movies,
          link: (props) => <Link {...genreLink(genre)} {...props} />,
        }))}
      />
    </FigureSection>
  );
}

function ByCountry() {
  const { trpc } = Route.useRouteContext();
  const { items } = useSuspenseQuery(trpc.statistics.moviesByCountry.queryOptions()).data;
  const rows = items.flatMap(({ country, movies }) => (country ? { ...country, movies } : []));
  return (
    <FigureSection
      title="By country"
      heading="Country"
      rows={rows.map(({ movies, ...country }) => ({
        key: country.id,
        movies,
        name: <Link {...countryLink(country)}>{country.name}</Link>,
      }))}
    >
      <Bars
        label="Films by country"
        bars={rows.slice(0, COUNTRIES).map(({ movies, ...country }) => ({
          key: country.id,
          label: country.name,
          count: movies,
          link: (props) => <Link {...countryLink(country)} {...props} />,
        }))}
      />
    </FigureSection>
  );
}

/** The first of a ranking, and the way to all of it. */
function TopOf({ name }: { name: RankingName }) {
  const { title } = rankings[name];
  const { rows } = rankings[name].use(asked);
  if (!rows.length) return null;
  return (
    <Section
      title={title}
      action={
        <Link to="/statistics/$ranking" params={{ ranking: name }} aria-label={`Show all: ${title}`}>
          Show all
        </Link>
      }
    >
      <RankingList rows={rows} />
    </Section>
  );
}
