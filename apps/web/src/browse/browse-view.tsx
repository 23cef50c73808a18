import { errorOf } from '@cinematheque/client';
import { buttonClass } from '@cinematheque/ui/button-class';
import { ErrorState } from '@cinematheque/ui/error-state';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Shuffle } from 'lucide-react';
import { type ReactNode, useId } from 'react';
import { PageTitle } from '../components/page-title.tsx';
import { useSite } from '../context.ts';
import { formatTotal } from '../format.ts';
import { MovieGrid, MovieGridSkeleton } from '../movie/movie-grid.tsx';
import { appliedFilters } from './applied.ts';
import { AppliedFilters } from './applied-filters.tsx';
import {
  type Browse,
  type BrowseSearch,
  type Choice,
  filterOf,
  searchOf,
  withBrowse,
} from './browse-search.ts';
import styles from './browse-view.module.css';
import { DecadeBars } from './decade-bars.tsx';
import { DroppedNotice } from './dropped-notice.tsx';
import { FacetButton, FacetPanel } from './facet-panel.tsx';
import { LetterBar } from './letter-bar.tsx';
import { withScope } from './load-browse.ts';
import { MorePages } from './more-pages.tsx';
import { OrderForm } from './order-form.tsx';
import { useBrowse } from './use-browse.ts';
import { WaysOut } from './ways-out.tsx';

export interface BrowseViewProps {
  search: BrowseSearch;
  eyebrow?: ReactNode;
  title: string;
  /** What the page is about: its genre, its country, its decade. */
  scope?: Choice;
  /** Between the head and the films. */
  children?: ReactNode;
}

/** A list of films with everything that narrows and orders it; loaded by `loadBrowse`. */
export function BrowseView({ search, eyebrow, title, scope, children }: BrowseViewProps) {
  const { browse, dropped, list, facets, counting } = useBrowse(search, scope);
  const applied = facets ? appliedFilters(browse, facets) : [];
  const total = list.data?.total;
  const panel = useId();
  return (
    <div className="page">
      <PageTitle
        eyebrow={eyebrow}
        line={<span role="status">{total && formatTotal(total, 'film')}</span>}
        aside={
          <div className={styles.tools}>
            <FacetButton id={panel} browse={browse} />
            <OrderForm browse={browse} />
            <Surprise browse={withScope(browse, scope)} />
          </div>
        }
      >
        {title}
      </PageTitle>
      {children}
      {scope && scope.kind !== 'decade' && facets && <DecadeBars decades={facets.decades} browse={browse} />}
      <DroppedNotice dropped={dropped} />
      <div className={styles.columns}>
        <div className={styles.side}>
          {facets && total && (
            <FacetPanel
              counting={counting}
              id={panel}
              browse={browse}
              facets={facets}
              total={total}
              fixed={scope?.kind}
            />
          )}
        </div>
        <div className={styles.list} data-stale={list.isPlaceholderData || undefined}>
          <AppliedFilters applied={applied} />
          {browse.sort === 'title' && !browse.q && <Letters browse={browse} scope={scope} />}
          {list.isError && (
            <ErrorState
              title="The films could not be loaded"
              onRetry={() => list.refetch()}
              retrying={list.isFetching}
            >
              {errorOf(list.error).message}
            </ErrorState>
          )}
          {list.isPending && <MovieGridSkeleton />}
          {list.data?.items.length === 0 && <WaysOut applied={applied} scope={scope} />}
          {list.data && <MovieGrid movies={list.data.items} />}
          {list.data && <MorePages browse={browse} list={list.data} busy={list.isFetching} />}
        </div>
      </div>
    </div>
  );
}

/** Any one of the films that are left. */
function Surprise({ browse }: { browse: Browse }) {
  const search = withBrowse(browse, { sort: undefined });
  return (
    <Link
      to="/surprise"
      search={search}
      preload={false}
      rel="nofollow"
      className={`${buttonClass()} ${styles.surprise}`}
      title="Any one of these films"
    >
      <Shuffle size={16} aria-hidden="true" />
      <span className={styles.wide}>Surprise me</span>
    </Link>
  );
}

function Letters({ browse, scope }: { browse: Browse; scope: Choice | undefined }) {
  const { trpc } = useSite();
  const { data } = useQuery(trpc.movies.letters.queryOptions(filterOf(withScope(browse, scope))));
  if (!data) return null;
  return (
    <LetterBar
      letters={data.items}
      noun="film"
      after={browse.after}
      link={(after) => (props) => (
        <Link
          to="."
          search={searchOf({ ...browse, after, pages: undefined })}
          resetScroll={false}
          {...props}
        />
      )}
    />
  );
}
