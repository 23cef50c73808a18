import { sql } from 'kysely';
import type { Actor, TestApi } from './api.ts';

/** What is nobody's business, wherever it may show; administrators see the e-mail addresses. */
export async function secretsFrom(api: TestApi, actor: Actor): Promise<string[]> {
  const own = actor === 'anon' ? 0 : api.viewer(actor).id;
  return api.db.read(sql`select json_agg(s) as j from (
    select password_hash as s from users union select secret_key from files union select id from sessions
    union select secret_hash from account_tokens union select secret_hash from api_tokens
    union select email from users where id <> ${own} and ${actor !== 'admin'}) secrets`);
}

/** Every text within a value, keys included. */
export function* textsOf(value: unknown): Iterable<string> {
  if (typeof value === 'string') yield value;
  if (typeof value !== 'object' || value === null) return;
  for (const [key, inner] of Object.entries(value)) {
    yield key;
    yield* textsOf(inner);
  }
}
