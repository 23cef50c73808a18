import { errorOf } from '@cinematheque/client';
import { fullName, yearOf } from '@cinematheque/shared/names';
import { useQuery } from '@tanstack/react-query';
import { catalog } from './catalog.ts';

/** One film with its cast in billing order. */
export function FilmPage({ id }: { id: number }) {
  const film = useQuery({
    queryKey: ['film', id],
    queryFn: () => catalog.movies.get.query({ id }),
    retry: false,
  });
  if (film.error) return <p role="alert">{errorOf(film.error).message}</p>;
  if (!film.data) return <p>Loading...</p>;
  const { title, releaseDate, durationMinutes, director, description, cast } = film.data.item;
  return (
    <article>
      <h1>{title}</h1>
      <p>
        {[yearOf(releaseDate), durationMinutes && `${durationMinutes} min`, director && fullName(director)]
          .filter(Boolean)
          .join(' · ')}
      </p>
      {description && <p>{description}</p>}
      <h2>Cast</h2>
      <ul>
        {cast.map(({ person, characters }) => (
          <li key={person.id}>
            {fullName(person)}
            {characters.length > 0 && ` as ${characters.map(({ name }) => name).join(', ')}`}
          </li>
        ))}
      </ul>
    </article>
  );
}
