import { Movie } from '@cinematheque/db/entities/movie';
import { insertRow } from '@cinematheque/db/repository';
import { movieInput, movieListFields, movieListRow, movieRow } from '@cinematheque/shared/movie';
import { changeId } from '@cinematheque/shared/resource';
import { id } from '@cinematheque/shared/text';
import { sql } from 'kysely';
import { z } from 'zod';
import { bulkProcedures } from '../bulk.ts';
import { crud, kindOf, versioned } from '../crud.ts';
import { cast, directorRef, image, type Json, named } from '../json.ts';
import { sortBy } from '../page.ts';
import { byViewer, readRecord, saveRecord } from '../records.ts';
import { editorProcedure } from '../trpc.ts';
import { saveCast, saveGenres } from './cast.ts';
import { bulkEditOfMovies } from './movies-bulk.ts';

const card = {
  director: sql`(select ${directorRef('d')} from directors d where d.id = t.director_id)`,
  country: named('t', 'country_id', 'countries'),
  genres: sql`(select coalesce(json_agg(json_build_object('id', g.id, 'name', g.name) order by x.position, g.id), '[]')
    from movie_genres x join genres g on g.id = x.genre_id where x.movie_id = t.id)`,
  poster: image('t', 'poster_file_id'),
};

const resource = {
  entity: Movie,
  noun: 'film',
  input: movieInput,
  row: movieListRow,
  fields: movieListFields,
  computed: { ...card, cast: sql`(select count(*) from movie_persons x where x.movie_id = t.id)` },
  filters: {
    title: { by: sql`t.title_folded` },
    'director.lastName': {
      by: sql`fold(d.last_name)`,
      raw: sql`d.last_name`,
      wide: sql`d.name_folded`,
      within: (condition: Json) =>
        sql`exists (select from directors d where d.id = t.director_id and ${condition})`,
    },
    genreIds: {
      by: sql`x.genre_id`,
      within: (condition: Json) =>
        sql`exists (select from movie_genres x where x.movie_id = t.id and ${condition})`,
    },
    personIds: {
      by: sql`x.person_id`,
      within: (condition: Json) =>
        sql`exists (select from movie_persons x where x.movie_id = t.id and ${condition})`,
    },
  },
  search: 't.title_folded',
  sort: {
    title: (down: boolean) => sortBy.text('t.sort_title', down),
    releaseDate: (down: boolean) => sortBy.date('t.release_date', down),
    durationMinutes: (down: boolean) => sortBy.int('t.duration_minutes', down),
    budget: (down: boolean) => sortBy.int('t.budget', down),
    createdAt: (down: boolean) => sortBy.instant('t.created_at', down),
    updatedAt: (down: boolean) => sortBy.instant('t.updated_at', down),
  },
  defaultSort: ['title'],
  label: sql`t.title`,
  hint: sql`concat_ws(', ', extract(year from t.release_date)::text,
    (select concat_ws(' ', d.first_name, d.last_name) from directors d where d.id = t.director_id))`,
  photo: card.poster,
};

/** What the list and its filters are made of. */
export const movieKind = kindOf(resource);

/** The film with its cast, as the form edits it. */
const form = kindOf({ ...resource, row: movieRow, computed: { ...card, cast: cast('t') } });

export const movies = {
  ...crud(resource),
  ...bulkProcedures(resource, id, (id) => ({ id }), bulkEditOfMovies(resource)),
  get: editorProcedure
    .input(z.strictObject({ id }))
    .output(versioned(movieRow))
    .query(async ({ ctx, input }) => ({ item: await readRecord(ctx.db, form, input) })),
  create: editorProcedure
    .input(z.strictObject({ data: movieInput }))
    .output(versioned(movieRow))
    .mutation(async ({ ctx, input: { data } }) => {
      const { genreIds, cast, ...fields } = data;
      const key = await ctx.db.change(byViewer(ctx.viewer, `Created ${data.title}`), async (tx) => {
        const key = await insertRow(tx, Movie, fields);
        if (genreIds) await saveGenres(tx, Number(key.id), genreIds);
        if (cast) await saveCast(tx, Number(key.id), cast);
        return key;
      });
      return { item: await readRecord(ctx.db, form, key) };
    }),
  update: editorProcedure
    .input(z.strictObject({ id, data: movieInput.partial(), baseChangeId: changeId.optional() }))
    .output(versioned(movieRow))
    .mutation(async ({ ctx, input: { id, data, baseChangeId } }) => {
      const { genreIds, cast, ...fields } = data;
      await ctx.db.change(byViewer(ctx.viewer, 'Edited a film'), async (tx) => {
        await saveRecord(tx, form, { id }, fields, baseChangeId);
        if (genreIds) await saveGenres(tx, id, genreIds);
        if (cast) await saveCast(tx, id, cast);
      });
      return { item: await readRecord(ctx.db, form, { id }) };
    }),
};
