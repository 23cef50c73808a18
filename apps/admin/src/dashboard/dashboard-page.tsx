import { errorOf } from '@cinematheque/client';
import { catalogResources, type Dashboard } from '@cinematheque/shared/dashboard';
import { ErrorState } from '@cinematheque/ui/error-state';
import { Skeleton } from '@cinematheque/ui/skeleton';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { countryLink, decadeLink, genreLink } from '../filter-links.ts';
import { List } from '../list.tsx';
import { resources } from '../resources/registry.ts';
import { trpc } from '../trpc.ts';
import { ActivityList } from './activity.tsx';
import styles from './dashboard.module.css';
import { Plot } from './plot.tsx';
import { Trend } from './trend.tsx';
import { Worklists } from './worklists.tsx';

/** The catalog at a glance: how much there is, what is missing, what it is made of, who changed it lately. */
export function DashboardPage() {
  const { data, error, refetch, isFetching } = useQuery({
    queryKey: ['dashboard', 'overview'],
    queryFn: () => trpc.admin.dashboard.overview.query(),
  });
  return (
    <div className={styles.dashboard}>
      <title>Overview · Cinematheque console</title>
      <h1 className={styles.title}>Overview</h1>
      {data && <Filled data={data} />}
      {!data && error && (
        <ErrorState
          title="The overview could not be loaded"
          onRetry={() => void refetch()}
          retrying={isFetching}
        >
          {errorOf(error).message}
        </ErrorState>
      )}
      {!data && !error && <Bones />}
    </div>
  );
}

function Filled({ data }: { data: Dashboard }) {
  return (
    <>
      <List className={styles.totals}>
        {catalogResources.map((name) => (
          <li key={name}>
            <Link to="/$resource" params={{ resource: name }} className={styles.total}>
              <span className={styles.totalCount}>{data.totals[name].toLocaleString('en-US')}</span>
              {resources[name].label}
            </Link>
          </li>
        ))}
      </List>
      <section className={styles.part} aria-labelledby="missing">
        <h2 className={styles.partTitle} id="missing">
          What is missing
        </h2>
        <Worklists data={data} />
      </section>
      <Trend data={data} />
      <div className={styles.plots}>
        <Plot
          title="Films by decade"
          unit="films"
          shape="columns"
          bars={data.decades.map(({ decade, movies }) => ({
            ...{ key: String(decade), label: `’${String(decade).slice(2)}`, name: `${decade}s` },
            ...{ value: movies, link: decadeLink(decade) },
          }))}
          empty="No film has a release date yet."
        />
        <Plot
          title="Changes in thirty days"
          unit="changes"
          shape="columns"
          every={7}
          bars={data.days.map(({ day, changes }) => ({
            ...{ key: day, label: dayName(day, 'numeric'), name: dayName(day, 'long'), value: changes },
          }))}
          empty="Nothing was changed in the last thirty days."
        />
        <Plot
          title="Films by genre"
          unit="films"
          shape="rows"
          bars={data.genres.map(({ id, name, movies }) => ({
            ...{ key: String(id), label: name, value: movies, link: genreLink(id) },
          }))}
          empty="No film has a genre yet."
        />
        <Plot
          title="Films by country"
          unit="films"
          shape="rows"
          bars={data.countries.map(({ id, name, movies }) => ({
            ...{ key: String(id), label: name, value: movies, link: countryLink(id) },
          }))}
          empty="No film has a country yet."
        />
      </div>
      <section className={styles.part} aria-labelledby="activity">
        <h2 className={styles.partTitle} id="activity">
          Lately
        </h2>
        <ActivityList items={data.activity} />
      </section>
    </>
  );
}

const dayName = (day: string, month: 'numeric' | 'long') =>
  new Date(`${day}T00:00:00Z`).toLocaleDateString('en-US', { month, day: 'numeric', timeZone: 'UTC' });

function Bones() {
  return (
    <div role="status" aria-label="Loading the overview" className={styles.dashboard}>
      <Skeleton className={styles.totalsBone} shape="block" />
      <Skeleton className={styles.partBone} shape="block" />
      <Skeleton className={styles.partBone} shape="block" />
    </div>
  );
}
