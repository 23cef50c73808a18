import { errorOf } from '@cinematheque/client';
import { Button } from '@cinematheque/ui/button';
import { buttonClass } from '@cinematheque/ui/button-class';
import { EmptyState } from '@cinematheque/ui/empty-state';
import { ErrorState } from '@cinematheque/ui/error-state';
import { Link } from '@tanstack/react-router';
import { ListChecks } from 'lucide-react';
import { useId, useState } from 'react';
import { AppliedFilters } from '../browse/applied-filters.tsx';
import type { BrowseSearch } from '../browse/browse-search.ts';
import browseStyles from '../browse/browse-view.module.css';
import { DroppedNotice } from '../browse/dropped-notice.tsx';
import { FacetButton } from '../browse/facet-button.tsx';
import { FacetPanel } from '../browse/facet-panel.tsx';
import { MorePages } from '../browse/more-pages.tsx';
import { OrderForm } from '../browse/order-form.tsx';
import { PageTitle } from '../components/page-title.tsx';
import { formatTotal } from '../format.ts';
import { MovieGrid, MovieGridSkeleton } from '../movie/movie-grid.tsx';
import { KeptCorner } from './kept-corner.tsx';
import { useLetGo } from './let-go.ts';
import { SelectionBar } from './selection-bar.tsx';
import { TakeAlong } from './take-along.tsx';
import { useFavorites } from './use-favorites.ts';

/** The films that one keeps, and the ways in and out of the list. */
export function FavoritesView({ search }: { search: BrowseSearch }) {
  const favorites = useFavorites(search);
  const { browse, list, keptInAll } = favorites;
  const filtered = browse.choices.length > 0 || browse.minutes || browse.year || browse.q;
  return (
    <div className="page">
      {keptInAll === 0 && list.data && !filtered ? <NoFavorites /> : <Favorites {...favorites} />}
      <TakeAlong />
    </div>
  );
}

/** One grid, narrowed and ordered like all films. */
function Favorites({ browse, dropped, list, facets, movies }: ReturnType<typeof useFavorites>) {
  const letGo = useLetGo();
  const [chosen, setChosen] = useState<readonly number[] | null>(null);
  const panel = useId();
  const total = list.data?.total;

  const inHand = movies.filter(({ id }) => chosen?.includes(id));
  return (
    <>
      <PageTitle
        line={<span role="status">{total && formatTotal(total, 'film')}</span>}
        aside={
          <div className={browseStyles.tools}>
            <FacetButton id={panel} browse={browse} />
            <OrderForm browse={browse} own="Last kept" />
            <Button aria-pressed={chosen !== null} onClick={() => setChosen(chosen ? null : [])}>
              <ListChecks size={16} aria-hidden="true" />
              Select
            </Button>
          </div>
        }
      >
        Favorites
      </PageTitle>
      <DroppedNotice dropped={dropped} />
      <div className={browseStyles.columns}>
        <div className={browseStyles.side}>
          {facets && total && (
            <FacetPanel
              id={panel}
              browse={browse}
              facets={facets}
              total={total}
              counting={list.isPlaceholderData}
            />
          )}
        </div>
        <div className={browseStyles.list} data-stale={list.isPlaceholderData || undefined}>
          {facets && <AppliedFilters browse={browse} facets={facets} />}
          {chosen && (
            <SelectionBar
              chosen={inHand.length}
              all={movies.length}
              onChooseAll={() => setChosen(movies.map(({ id }) => id))}
              onLetGo={() => {
                setChosen(null);
                void letGo(inHand);
              }}
              onClose={() => setChosen(null)}
            />
          )}
          {list.isError && (
            <ErrorState
              title="Your favorites could not be loaded"
              onRetry={() => list.refetch()}
              retrying={list.isFetching}
            >
              {errorOf(list.error).message}
            </ErrorState>
          )}
          {list.isPending && <MovieGridSkeleton />}
          {list.data && !movies.length && <NothingLeft />}
          <MovieGrid
            movies={movies}
            corner={(movie) => (
              <KeptCorner
                movie={movie}
                chosen={chosen ? chosen.includes(movie.id) : null}
                onChoose={(choose) =>
                  setChosen((before) => {
                    const others = (before ?? []).filter((id) => id !== movie.id);
                    return choose ? [...others, movie.id] : others;
                  })
                }
                onLetGo={() => letGo([movie])}
              />
            )}
          />
          {list.data && <MorePages browse={browse} list={list.data} busy={list.isFetching} />}
        </div>
      </div>
    </>
  );
}

function NoFavorites() {
  return (
    <>
      <PageTitle>Favorites</PageTitle>
      <EmptyState
        title="No films kept yet"
        action={
          <Link to="/movies" className={buttonClass({ variant: 'primary' })}>
            Browse all films
          </Link>
        }
      >
        Press the heart on a film, and it waits for you here.
      </EmptyState>
    </>
  );
}

function NothingLeft() {
  return (
    <EmptyState
      title="None of your favorites match"
      action={
        <Link to="." search={{}} className={buttonClass()}>
          Show all of them
        </Link>
      }
    >
      Take a filter away, or start again.
    </EmptyState>
  );
}
