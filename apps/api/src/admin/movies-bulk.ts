import { select, type Transaction } from '@cinematheque/db/change';
import type { Database } from '@cinematheque/db/open';
import { limits } from '@cinematheque/shared/limits';
import { movieBulk } from '@cinematheque/shared/movie';
import { id } from '@cinematheque/shared/text';
import { type RawBuilder, sql } from 'kysely';
import { z } from 'zod';
import { settingOf } from '../bulk.ts';
import { invalid } from '../errors.ts';
import type { Json } from '../json.ts';
import type { RecordKind } from '../records.ts';
import { refuseMissing } from './missing.ts';

const genres = z.strictObject({ genreIds: z.array(id).min(1).max(20) });

interface Edit {
  set?: object | undefined;
  add?: { genreIds: number[] } | undefined;
  remove?: { genreIds: number[] } | undefined;
}

/** Films are changed many at once by a field of their own, or by genres that come or go. */
export function bulkEditOfMovies(kind: Pick<RecordKind, 'entity'>) {
  const setting = settingOf(kind, movieBulk);
  const edit = z
    .strictObject({ set: setting.shape.optional(), add: genres.optional(), remove: genres.optional() })
    .refine((edit) => Object.values(edit).filter(Boolean).length === 1, 'One of set, add and remove');

  return {
    edit,
    async check(tx: Transaction, { add }: Edit, matching: Json) {
      if (!add) return;
      await refuseMissing(tx, 'genres', add.genreIds, (index) => `edit.add.genreIds.${index}`);
      const [full] = await select(
        tx,
        sql<{ title: string; films: number }>`select min(f.title) as title, count(*)::int as films from (
          select t.title ${matching} and (select count(*) from movie_genres x where x.movie_id = t.id)
            + (select count(*) from unnest(${add.genreIds}::int[]) g(id) where ${lacks(sql`t.id`)})
            > ${limits.genresPerMovie}) f having count(*) > 0`,
      );
      if (full) throw invalid({ 'edit.add.genreIds': tooMany(full) });
    },
    differs(db: Database, { set = {}, add, remove }: Edit): RawBuilder<unknown> {
      if (add)
        return sql`exists (select from unnest(${add.genreIds}::int[]) g(id) where ${lacks(sql`t.id`)})`;
      if (remove) {
        return sql`exists (select from movie_genres x where x.movie_id = t.id and x.genre_id = any(${remove.genreIds}::int[]))`;
      }
      return setting.differs(db, set);
    },
    /** New genres follow those that a film has. */
    write(db: Database, { set = {}, add, remove }: Edit): RawBuilder<unknown> {
      if (add) {
        return sql`insert into movie_genres (movie_id, genre_id, position)
          select c.id, g.id, g.place + (select coalesce(max(x.position), -1) from movie_genres x where x.movie_id = c.id)
          from chosen c, unnest(${add.genreIds}::int[]) with ordinality g(id, place) where ${lacks(sql`c.id`)}
          on conflict do nothing`;
      }
      if (remove) {
        return sql`delete from movie_genres x using chosen
          where x.movie_id = chosen.id and x.genre_id = any(${remove.genreIds}::int[])`;
      }
      return setting.write(db, set);
    },
  };
}

const tooMany = ({ title, films }: { title: string; films: number }) =>
  `More than ${limits.genresPerMovie} genres: “${title}”${films > 1 ? ` and ${films - 1} more films` : ''} would have. Nothing was changed`;

const lacks = (movie: RawBuilder<unknown>) =>
  sql`not exists (select from movie_genres x where x.movie_id = ${movie} and x.genre_id = g.id)`;
