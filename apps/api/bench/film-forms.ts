import { movieRow } from '@cinematheque/shared/movie';
import { item } from '@cinematheque/shared/resource';
import { z } from 'zod';
import type { Catalog } from './catalog.ts';
import { query } from './workload.ts';

const answer = z.object({ result: z.object({ data: item(movieRow) }) });

/** Films as the console's form has them before it is saved: their own fields, and their genres and cast. */
export async function filmsWithCast(catalog: Catalog, ours: string, cookie: string) {
  const ids = await catalog.query<{ id: number }>(
    `select id from movies m where (select count(*) from movie_persons x where x.movie_id = m.id) between 10 and 30
     order by md5(id::text) limit 200`,
  );
  const forms: ReturnType<typeof formOf>[] = [];
  // One after the other: so many at once are more than a server answers that is busy.
  for (const { id } of ids) {
    const response = await fetch(`${ours}${query('admin.movies.get', { id })}`, { headers: { cookie } });
    forms.push(formOf(answer.parse(await response.json()).result.data.item));
  }
  return forms;
}

function formOf(film: z.infer<typeof movieRow>) {
  const { id, title, description, budget, releaseDate, durationMinutes, directorId, countryId } = film;
  return {
    id,
    fields: { title, description, budget, releaseDate, durationMinutes, directorId, countryId },
    lists: {
      genreIds: film.genres.map((genre) => genre.id),
      cast: film.cast.map(({ person, characters }) => ({ personId: person.id, characters })),
    },
  };
}
