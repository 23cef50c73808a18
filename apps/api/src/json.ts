import { WHOLE_PICTURE } from '@cinematheque/shared/picture';
import { type RawBuilder, sql } from 'kysely';

/** The pieces of JSON that many reads share, each a fragment over the alias of its table. */
export type Json = RawBuilder<unknown>;

const column = (alias: string, name: string) => sql.ref(`${alias}.${name}`);

/** A timestamptz as the wire has it: ISO 8601, UTC, milliseconds. */
export const instant = (alias: string, name: string): Json =>
  sql`to_char(${column(alias, name)} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;

/** JSON array of a subquery that gives column j; empty when it gives nothing. */
export const array = (subquery: Json): Json =>
  sql`(select coalesce(json_agg(x.j), '[]'::json) from (${subquery}) x)`;

const fileAddress = (alias: string, name: Json): Json =>
  sql`'/files/' || ${column(alias, 'id')} || '/' || ${column(alias, 'hash')} || '/' || ${name}`;

/** A file's address below the server's root, as everybody sees it. */
export const fileUrl = (alias: string): Json => fileAddress(alias, sql.lit(WHOLE_PICTURE));

/** The address of the bytes that are kept, for editors. */
export const originalUrl = (alias: string): Json =>
  fileAddress(alias, sql`'original.' || split_part(${column(alias, 'mime_type')}, '/', 2)`);

/** refs.ts `image`, of a row of files. The crop is in pixels of the whole picture, the focus in parts of the crop. */
export const imageOf = (alias: string): Json => {
  const [crop, focal] = [column(alias, 'crop'), column(alias, 'focal_point')];
  const side = (name: 'width' | 'height') =>
    sql`coalesce((${crop}->>${sql.lit(name)})::int, ${column(alias, name)})`;
  const part = (at: Json, start: Json, length: Json) =>
    sql`round(least(1, greatest(0, (${at}::numeric - coalesce(${start}::int, 0)) / ${length})), 3)`;
  return sql`json_build_object('id', ${column(alias, 'id')}, 'url', ${fileUrl(alias)},
    'width', ${side('width')}, 'height', ${side('height')}, 'color', ${column(alias, 'color')},
    'focus', case when ${focal} is not null then json_build_object(
      'x', ${part(sql`(${focal}->>'x')`, sql`(${crop}->>'left')`, side('width'))},
      'y', ${part(sql`(${focal}->>'y')`, sql`(${crop}->>'top')`, side('height'))}) end)`;
};

/** The picture that a foreign key points to, or null. */
export const image = (alias: string, foreignKey: string): Json =>
  sql`(select ${imageOf('f')} from files f where f.id = ${column(alias, foreignKey)})`;

/** { id, name } of what a foreign key points to, or null. */
export const named = (alias: string, foreignKey: string, table: 'countries' | 'genres'): Json =>
  sql`(select json_build_object('id', n.id, 'name', n.name) from ${sql.table(table)} n
    where n.id = ${column(alias, foreignKey)})`;

/** The pairs of key and value of refs.ts `directorRef`, for an object that has more. */
export const directorPairs = (alias: string): Json => sql`'id', ${column(alias, 'id')},
  'firstName', ${column(alias, 'first_name')}, 'lastName', ${column(alias, 'last_name')}`;

/** refs.ts `directorRef` */
export const directorRef = (alias: string): Json => sql`json_build_object(${directorPairs(alias)})`;

/** The pairs of key and value of refs.ts `personRef`. */
export const personPairs = (alias: string): Json => sql`'id', ${column(alias, 'id')},
  'firstName', ${column(alias, 'first_name')}, 'lastName', ${column(alias, 'last_name')},
  'dateOfBirth', ${column(alias, 'date_of_birth')}, 'photo', ${image(alias, 'primary_photo_file_id')}`;

/** refs.ts `personRef`; `more` adds pairs of key and value. */
export const personRef = (alias: string, more: Json = sql``): Json =>
  sql`json_build_object(${personPairs(alias)}${more})`;

/** The titles that a person is best known for, best first: person_counters has which films they are. */
export const knownFor = (alias: string): Json =>
  sql`array(select m.title from person_counters k
    cross join unnest(k.known_for) with ordinality f (id, n) join movies m on m.id = f.id
    where k.person_id = ${column(alias, 'id')} order by f.n)`;

/** refs.ts `movieRef` */
export const movieRef = (alias: string): Json =>
  sql`json_build_object('id', ${column(alias, 'id')}, 'title', ${column(alias, 'title')},
    'releaseDate', ${column(alias, 'release_date')}, 'releaseDatePrecision', ${column(alias, 'release_date_precision')})`;

/** movie-card.ts `movieCard`; `more` adds pairs of key and value. */
export const movieCard = (alias: string, more: Json = sql``): Json => sql`json_build_object(
  'id', ${column(alias, 'id')}, 'title', ${column(alias, 'title')}, 'releaseDate', ${column(alias, 'release_date')},
  'releaseDatePrecision', ${column(alias, 'release_date_precision')},
  'durationMinutes', ${column(alias, 'duration_minutes')}, 'budget', ${column(alias, 'budget')},
  'director', (select ${directorRef('d')} from directors d where d.id = ${column(alias, 'director_id')}),
  'country', ${named(alias, 'country_id', 'countries')},
  'genres', (select coalesce(json_agg(json_build_object('id', g.id, 'name', g.name) order by mg.position, g.id), '[]')
    from movie_genres mg join genres g on g.id = mg.genre_id where mg.movie_id = ${column(alias, 'id')}),
  'poster', ${image(alias, 'poster_file_id')}${more})`;

/** movie.ts `castMember[]` of a film, in billing order. */
export const cast = (alias: string): Json => sql`(select coalesce(json_agg(json_build_object(
    'person', ${personRef('p')},
    'characters', (select coalesce(json_agg(json_build_object('id', c.id, 'name', c.name,
        'description', c.description, 'role', c.role) order by c.position, c.id), '[]')
      from characters c where c.movie_id = mp.movie_id and c.person_id = mp.person_id))
    order by mp.position, mp.person_id), '[]')
  from movie_persons mp join persons p on p.id = mp.person_id where mp.movie_id = ${column(alias, 'id')})`;
