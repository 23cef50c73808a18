import { errorOf } from '@cinematheque/client';
import type { MovieCard } from '@cinematheque/shared/movie-card';
import { fullName, yearOf } from '@cinematheque/shared/names';
import { pictureFor } from '@cinematheque/shared/picture';
import { Poster } from '@cinematheque/ui/poster';
import { SearchInput } from '@cinematheque/ui/search-input';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { catalog } from './catalog.ts';

interface FilmsPageProps {
  q: string;
  onSearch: (q: string) => void;
}

/** The newest films, or those whose title holds what was typed. */
export function FilmsPage({ q, onSearch }: FilmsPageProps) {
  const films = useQuery({
    queryKey: ['films', q],
    queryFn: ({ signal }) => catalog.movies.list.query({ q, limit: 48 }, { signal }),
    placeholderData: keepPreviousData,
  });
  return (
    <>
      <SearchInput label="Search films" defaultValue={q} onChange={(event) => onSearch(event.target.value)} />
      {films.error && <p role="alert">{errorOf(films.error).message}</p>}
      {films.data && <p role="status">{films.data.total.value.toLocaleString('en-US')} found</p>}
      <ul className="films">
        {films.data?.items.map((film) => (
          <li key={film.id}>
            <Film film={film} />
          </li>
        ))}
      </ul>
    </>
  );
}

function Film({ film }: { film: MovieCard }) {
  const { id, title, releaseDate, genres, director, poster } = film;
  const year = yearOf(releaseDate);
  const by = director && fullName(director);
  return (
    <Link to="/films/$id" params={{ id: String(id) }}>
      <Poster
        film={{ id, title, year, genres: genres.map(({ name }) => name), director: by }}
        picture={poster && pictureFor(poster, 'poster')}
        sizes="10rem"
      />
      <strong>{title}</strong>
      <span>{[year, by].filter(Boolean).join(' · ')}</span>
    </Link>
  );
}
