/** The SQL of L1, by hand: the same answers as our procedures', to the letter but for the cursors. */

/** Films on a page of the filtered list. */
export const FILTERED = 20;

const data = (json: string) =>
  `select json_build_object('result', json_build_object('data', ${json}))::text as j`;

// The bench's pictures are neither cropped nor focused.
const image = (key: string) => `(select json_build_object('id', f.id, 'url', '/files/' || f.id || '/'
    || f.hash || '/1440.webp', 'width', f.width, 'height', f.height, 'color', f.color, 'focus', null)
  from files f where f.id = ${key})`;

const director = `(select json_build_object('id', d.id, 'firstName', d.first_name, 'lastName', d.last_name)
  from directors d where d.id = m.director_id)`;

const card = (more = '') => `json_build_object('id', m.id, 'title', m.title, 'releaseDate', m.release_date,
  'releaseDatePrecision', m.release_date_precision, 'durationMinutes', m.duration_minutes, 'budget', m.budget,
  'director', ${director},
  'country', (select json_build_object('id', c.id, 'name', c.name) from countries c where c.id = m.country_id),
  'genres', (select coalesce(json_agg(json_build_object('id', g.id, 'name', g.name) order by mg.position, g.id), '[]')
    from movie_genres mg join genres g on g.id = mg.genre_id where mg.movie_id = m.id),
  'poster', ${image('m.poster_file_id')}${more})`;

const person = (
  more = '',
) => `json_build_object('id', p.id, 'firstName', p.first_name, 'lastName', p.last_name,
  'dateOfBirth', p.date_of_birth, 'photo', ${image('p.primary_photo_file_id')}${more})`;

/** A page, newest first: one row too many tells whether there is a next one. */
const page = (where: string, limit: number, total = '') =>
  data(`(select json_build_object('items', coalesce(json_agg(${card()}) filter (where n <= ${limit}), '[]'),
      'nextCursor', case when count(*) > ${limit} then max(encode(convert_to(m.day || ' ' || m.id, 'UTF8'), 'base64'))
        filter (where n = ${limit}) end${total})
    from (select *, row_number() over () as n from (
      select m.*, coalesce(release_date, '-infinity'::date) as day from movies m ${where}
      order by coalesce(release_date, '-infinity'::date) desc, id desc limit ${limit} + 1) m) m)`);

const total = (where = '') =>
  `, 'total', (select json_build_object('value', count(*), 'exact', true) from movies m ${where})`;

const filtered = `where exists (select from movie_genres x where x.movie_id = m.id and x.genre_id = any($1::int[]))
  and coalesce(release_date, '-infinity'::date) between $2::date and $3::date`;
const titled = `where title_folded like '%' || fold($1) || '%'`;

const cast = `(select coalesce(json_agg(json_build_object('person', ${person()}, 'characters', (
    select coalesce(json_agg(json_build_object('id', c.id, 'name', c.name, 'description', c.description,
      'role', c.role) order by c.position, c.id), '[]')
    from characters c where c.movie_id = mp.movie_id and c.person_id = mp.person_id)) order by mp.position, p.id), '[]')
  from movie_persons mp join persons p on p.id = mp.person_id where mp.movie_id = m.id)`;

const favorites = 'coalesce((select k.favorites from movie_counters k where k.movie_id = m.id), 0)';

/** The best eight of one kind, as our search ranks them. */
const found = (from: string, alias: string, text: string, known: string, json: string) => `(
  select coalesce(json_agg(j), '[]') from (
    select ${json} as j from (select ${alias}.*, case when ${text} = fold($1) then 0
        when ${text} like fold($1) || '%' then 1 when ' ' || ${text} like '% ' || fold($1) || '%' then 2
        when ${text} like '%' || fold($1) || '%' then 3 else 5 - word_similarity(fold($1), ${text}) end as rank
      from ${from} ${alias} where ${text} like '%' || fold($1) || '%' or fold($1) <% ${text}
      order by rank, length(${text}) limit 200) ${alias}
    order by rank, ${known} desc, length(${text}), ${alias}.id limit 8) best)`;

const parts = '(select count(*) from movie_persons x where x.person_id = p.id)';
const films = '(select count(*) from movies x where x.director_id = d.id)';
const knownPerson = person(`, 'movies', ${parts}, 'knownFor', array(select m.title from movie_persons mp
  join movies m on m.id = mp.movie_id where mp.person_id = p.id
  order by mp.position >= 3, m.release_date desc nulls last, m.id limit 3)`);
const knownDirector = `json_build_object('id', d.id, 'firstName', d.first_name, 'lastName', d.last_name,
  'personId', d.person_id, 'photo', ${image('d.photo_file_id')}, 'movies', ${films}, 'knownFor', array(
    select m.title from movies m where m.director_id = d.id order by m.release_date desc nulls last, m.id limit 3))`;
const character = `json_build_object('id', c.id, 'name', c.name, 'role', c.role,
  'movie', (select json_build_object('id', m.id, 'title', m.title, 'releaseDate', m.release_date,
    'releaseDatePrecision', m.release_date_precision) from movies m where m.id = c.movie_id),
  'person', (select ${person()} from persons p where p.id = c.person_id))`;
const genre = `json_build_object('id', g.id, 'name', g.name,
  'movies', (select count(*) from movie_genres x where x.genre_id = g.id))`;
const country = `json_build_object('id', c.id, 'name', c.name, 'isoCode', c.iso_code,
  'movies', (select count(*) from movies x where x.country_id = c.id))`;

const given = `from json_to_record($1) as d(id int, title text, description text, budget int, "releaseDate" date,
  "durationMinutes" int, "directorId" int, "countryId" int)`;
const saved = `returning json_build_object('id', m.id, 'title', m.title, 'updatedAt', m.updated_at)::text as j`;

export const statements = {
  list: page('', 24),
  listWithTotal: page('', 24, total()),
  get: data(`(select json_build_object('item',
    ${card(`, 'description', m.description, 'cast', ${cast}, 'favorites', ${favorites}`)})
    from movies m where m.id = $1)`),
  filtered: page(filtered, FILTERED, total(filtered)),
  filteredAfter: page(
    `${filtered} and (coalesce(release_date, '-infinity'::date), id) < ($4::date, $5::int)`,
    FILTERED,
    total(filtered),
  ),
  title: page(titled, 24, total(titled)),
  search: data(`json_build_object(
    'movies', ${found('movies', 'm', 'm.title_folded', '(select count(*) from movie_persons x where x.movie_id = m.id)', card())},
    'persons', ${found('persons', 'p', 'p.name_folded', parts, knownPerson)},
    'directors', ${found('directors', 'd', 'd.name_folded', films, knownDirector)},
    'characters', ${found('characters', 'c', 'c.name_folded', '-c.position', character)},
    'genres', ${found('genres', 'g', 'g.sort_name', '1::int', genre)},
    'countries', ${found('countries', 'c', 'c.sort_name', '1::int', country)})`),
  create: `insert into movies as m (title, description, budget, release_date, duration_minutes, director_id, country_id)
    select title, description, budget, "releaseDate", "durationMinutes", "directorId", "countryId" ${given} ${saved}`,
  update: `update movies m set budget = d.budget, duration_minutes = d."durationMinutes" ${given} where m.id = d.id ${saved}`,
};
