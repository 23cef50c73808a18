import { sql } from 'kysely';
import type { Json } from './json.ts';

/** Every way in which a file is shown, each the condition of a query in which f(id) is the file. */
const shownBy = [
  sql`select from movies where poster_file_id = f.id`,
  sql`select from persons where primary_photo_file_id = f.id
    or additional_images @> jsonb_build_array(jsonb_build_object('fileId', f.id))`,
  sql`select from directors where photo_file_id = f.id`,
  sql`select from users where avatar_file_id = f.id`,
];

/** Whether anything shows the file of this id. */
export const isUsed = (id: Json): Json =>
  sql`(select ${sql.join(
    shownBy.map((query) => sql`exists (${query})`),
    sql` or `,
  )} from (select ${id} as id) f)`;

/** How many records show the file of this id. */
export const useCount = (id: Json): Json =>
  sql`(select ${sql.join(
    shownBy.map((query) => sql`(select count(*) from (${query}) u)`),
    sql` + `,
  )} from (select ${id} as id) f)`;
