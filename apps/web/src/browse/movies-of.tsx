import type { MovieListInput } from '@cinematheque/shared/movie';
import type { LinkSlot } from '@cinematheque/ui/link-slot';
import type { ReactNode } from 'react';
import { PageTitle } from '../components/page-title.tsx';
import { DroppedNotice } from './dropped-notice.tsx';
import { InstantForm } from './instant-form.tsx';
import { MovieList, MovieTotal, NoMovies } from './movie-list.tsx';
import { OrderSelect } from './order-select.tsx';

export interface MoviesOfProps {
  /** What kind of page this is: "Genre". */
  kind: ReactNode;
  name: string;
  /** The page's address, from the router's root. */
  path: string;
  input: MovieListInput;
  dropped: string[];
  pageLink: (after: string | undefined) => LinkSlot;
}

/** The page of a genre or a country: its films, in an order of choice. */
export function MoviesOf({ kind, name, path, input, dropped, pageLink }: MoviesOfProps) {
  return (
    <div className="page">
      <PageTitle
        eyebrow={kind}
        line={<MovieTotal input={input} />}
        aside={
          <InstantForm path={path} label="Order of the films" state={input.sort ?? ''}>
            <OrderSelect sort={input.sort} />
          </InstantForm>
        }
      >
        {name}
      </PageTitle>
      <DroppedNotice dropped={dropped} />
      <MovieList
        input={input}
        pageLink={pageLink}
        empty={<NoMovies>There is no film of this kind in the catalog yet.</NoMovies>}
      />
    </div>
  );
}
