import { letters } from '@cinematheque/shared/letters';
import { personCard as personCardRow, personPage } from '@cinematheque/shared/person';
import { item, page, pageInput } from '@cinematheque/shared/resource';
import { id } from '@cinematheque/shared/text';
import { sql } from 'kysely';
import { z } from 'zod';
import { array, directorRef, imageOf, type Json, knownFor, movieCard, named, personRef } from '../json.ts';
import { matches, readPage, sortBy } from '../page.ts';
import { publicProcedure, router } from '../trpc.ts';
import { readLetters } from './letters.ts';
import { listInput } from './lists.ts';
import { missing } from './missing.ts';

const sorts = {
  name: sortBy.text('p.sort_name'),
  born: sortBy.date('p.date_of_birth'),
  /** Those in the most films first. */
  known: sortBy.id('k.movies', true),
};

/** person.ts `personCard` over an alias. */
export const personCard = (alias: string): Json =>
  personRef(
    alias,
    sql`, 'movies', (select k.movies from person_counters k where k.person_id = ${sql.ref(`${alias}.id`)}),
      'knownFor', ${knownFor(alias)}`,
  );

const card = personCard('p');

const acting = array(sql`
  select json_build_object('movie', ${movieCard('m')}, 'characters', (
      select coalesce(json_agg(json_build_object('id', c.id, 'name', c.name, 'role', c.role) order by c.position, c.id), '[]')
      from characters c where c.movie_id = m.id and c.person_id = p.id)) as j
  from movie_persons mp join movies m on m.id = mp.movie_id where mp.person_id = p.id
  order by m.release_date desc nulls first, m.id desc`);

const directing = array(sql`
  select ${movieCard('m')} as j from directors d join movies m on m.director_id = d.id where d.person_id = p.id
  order by m.release_date desc nulls first, m.id desc`);

const images = array(sql`
  select (${imageOf('f')}::jsonb || jsonb_build_object('caption', i.entry -> 'caption'))::json as j
  from jsonb_array_elements(p.additional_images) with ordinality i(entry, n)
  join files f on f.id = (i.entry ->> 'fileId')::int order by i.n`);

const namesakes = array(sql`
  select ${personRef('o', sql`, 'knownFor', ${knownFor('o')}`)} as j from persons o
  where o.sort_name = p.sort_name and o.id <> p.id order by o.id limit 20`);

const coworkers = array(sql`
  select ${personRef('o', sql`, 'movies', w.movies`)} as j
  from (select other.person_id, count(*) as movies from movie_persons mine
    join movie_persons other on other.movie_id = mine.movie_id and other.person_id <> mine.person_id
    where mine.person_id = p.id group by other.person_id
    order by count(*) desc, other.person_id limit 12) w
  join persons o on o.id = w.person_id where w.movies > 1
  order by w.movies desc, o.id`);

const personJson = personRef(
  'p',
  sql`, 'biography', p.biography, 'dateOfBirthPrecision', p.date_of_birth_precision, 'gender', p.gender,
    'country', ${named('p', 'country_id', 'countries')}, 'images', ${images},
    'director', (select ${directorRef('d')} from directors d where d.person_id = p.id),
    'acting', ${acting}, 'directing', ${directing}, 'namesakes', ${namesakes}, 'coworkers', ${coworkers}`,
);

export const persons = router({
  list: publicProcedure
    .input(listInput(sorts))
    .output(page(personCardRow))
    .query(({ ctx, input: { q, sort = 'name', cursor, limit = 24 } }) =>
      readPage(ctx.db, {
        table: 'persons',
        alias: 'p',
        sortJoin: sort === 'known' ? sql`join person_counters k on k.person_id = p.id` : undefined,
        where: matches('p.name_folded', q),
        // Both keys from one table: an index holds no others.
        sort: [sorts[sort], sort === 'known' ? sortBy.id('k.person_id', true) : sortBy.id('p.id')],
        row: card,
        limit,
        cursor,
      }),
    ),
  /** A person with all films, in both jobs when a director is linked, and who is not meant. */
  get: publicProcedure
    .input(z.strictObject({ id }))
    .output(item(personPage))
    .query(async ({ ctx, input }) => {
      const found = await ctx.db.read<z.input<typeof personPage> | null>(
        sql`select (select ${personJson} from persons p where p.id = ${input.id}) as j`,
      );
      if (!found) throw await missing(ctx.db, 'persons', input.id);
      return { item: found };
    }),
  /** The letters of the list by name. */
  letters: publicProcedure
    .input(z.strictObject({ q: pageInput.q }).default({}))
    .output(letters)
    .query(({ ctx, input: { q } }) =>
      readLetters(ctx.db, {
        table: 'persons',
        alias: 'p',
        text: 'p.sort_name',
        where: matches('p.name_folded', q),
      }),
    ),
});
