import { errorOf } from '@cinematheque/client';
import { type ReactNode, useId } from 'react';
import { late } from '../components/late.tsx';
import { PageTitle } from '../components/page-title.tsx';
import { formatTotal } from '../format.ts';
import { MovieGrid, MovieGridSkeleton } from '../movie/movie-grid.tsx';
import type { Choice } from './browse.ts';
import type { BrowseSearch } from './browse-search.ts';
import styles from './browse-view.module.css';
import { withScope } from './load-browse.ts';
import { useBrowse } from './use-browse.ts';

const FacetButton = late(async () => (await import('./facet-button.tsx')).FacetButton);
const OrderForm = late(async () => (await import('./order-form.tsx')).OrderForm);
const Surprise = late(async () => (await import('./surprise.tsx')).Surprise);
const MorePages = late(async () => (await import('./more-pages.tsx')).MorePages);
const FacetPanel = late(async () => (await import('./facet-panel.tsx')).FacetPanel);
// What most lists do not show.
const AppliedFilters = late(async () => (await import('./applied-filters.tsx')).AppliedFilters);
const DecadeBars = late(async () => (await import('./decade-bars.tsx')).DecadeBars);
const DroppedNotice = late(async () => (await import('./dropped-notice.tsx')).DroppedNotice);
const ErrorState = late(async () => (await import('@cinematheque/ui/error-state')).ErrorState);
const Letters = late(async () => (await import('./letters.tsx')).Letters);
const WaysOut = late(async () => (await import('./ways-out.tsx')).WaysOut);

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
          {facets && <AppliedFilters browse={browse} facets={facets} />}
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
          {list.data?.items.length === 0 && <WaysOut browse={browse} facets={facets} scope={scope} />}
          {list.data && <MovieGrid movies={list.data.items} />}
          {list.data && <MorePages browse={browse} list={list.data} busy={list.isFetching} />}
        </div>
      </div>
    </div>
  );
}
