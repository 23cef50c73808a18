import { select } from '@cinematheque/db/change';
import type { Database } from '@cinematheque/db/open';
import type { ImportReport } from '@cinematheque/shared/favorite';
import { sql } from 'kysely';
import type { ReadFile } from './read-file.ts';

/** Of what a report names one by one, the first so many. */
const NAMED = 100;

/**
 * Keeps the films of a file: found by TMDB's number, else by folded title and year, where these mean one film only
 * (or one of that director). What is kept already stays as it is, so a second import changes nothing.
 */
export async function importFavorites(
  db: Database,
  userId: number,
  { films, problems }: ReadFile,
): Promise<ImportReport> {
  const author = { channel: 'import', userId, summary: 'Imported favorites' } as const;
  // Without half surrogates and NULs, which PostgreSQL's JSON does not take.
  const given = JSON.stringify(films).toWellFormed().replaceAll('\\u0000', '');
  const [result] = await db.change(author, (tx) =>
    select(
      tx,
      sql<{ added: number; matched: number; missing: number[] }>`
        with given as materialized (
          select g.*, fold(g.title) as folded, array(select fold(name) from unnest(g.directors) name) as by
          from jsonb_to_recordset(${given}::jsonb)
            as g (line int, title text, year int, directors text[], "tmdbId" int, "keptAt" timestamptz)),
        titled as (
          select g.line, array_agg(m.id) as ids, array_agg(m.id) filter (where d.name_folded = any(g.by)) as of_director
          from given g join movies m on m.title_folded = g.folded
          left join directors d on d.id = m.director_id
          where (g.year is null or extract(year from m.release_date) = g.year)
            and (g."tmdbId" is null or m.tmdb_id is null)
          group by g.line),
        matched as (
          select g.*, coalesce(numbered.id, case when cardinality(t.ids) = 1 then t.ids[1]
            when cardinality(t.of_director) = 1 then t.of_director[1] end) as movie_id
          from given g left join movies numbered on numbered.tmdb_id = g."tmdbId"
          left join titled t on t.line = g.line),
        added as (
          insert into favorite_movies (user_id, movie_id, created_at)
          -- In the order of the file, its first line the last kept.
          select distinct on (movie_id) ${userId}::int, movie_id,
            least(now(), coalesce("keptAt", now() - line * interval '1 ms'))
          from matched where movie_id is not null order by movie_id, line
          on conflict do nothing returning movie_id)
        select (select count(*)::int from added) as added,
          (select count(distinct movie_id)::int from matched) as matched,
          array(select line from matched where movie_id is null order by line) as missing`,
    ),
  );
  const { added = 0, matched = 0, missing = [] } = result ?? {};
  const missed = new Set(missing.slice(0, NAMED));
  return {
    added,
    alreadyKept: matched - added,
    notFound: missing.length,
    missing: films
      .filter(({ line }) => missed.has(line))
      .map(({ line, title, year = null }) => ({ line, title, year })),
    unreadable: problems.length,
    problems: problems.slice(0, NAMED),
  };
}
