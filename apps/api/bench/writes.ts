import type { Catalog } from './catalog.ts';
import { filmsWithCast } from './film-forms.ts';
import type { Requests } from './load.ts';
import { query, type Workload } from './workload.ts';

/** Bodies that each connection goes through. */
const BODIES = 1000;

/** Saves by an editor: the procedures beside a plain insert or update, with the change log's triggers and without. */
export async function writeWorkloads(
  catalog: Catalog,
  ours: string,
  l1: string,
  cookie: string,
): Promise<Workload[]> {
  const headers = { 'content-type': 'application/json' };
  const films = await filmsWithCast(catalog, ours, cookie);
  const bodies = (make: (n: number) => object) =>
    Array.from({ length: BODIES }, (_, n) => JSON.stringify(make(n)));
  const mutation = (procedure: string, each: string[]): Requests => ({
    url: ours,
    method: 'POST',
    headers: { ...headers, cookie },
    each: each.map((body) => ({ path: query(procedure), body })),
  });
  const plain = (method: 'POST' | 'PATCH', each: string[]): Requests => ({
    url: l1,
    method,
    headers,
    each: each.map((body) => ({ path: '/movies', body })),
  });

  const film = (n: number) => films[n % films.length] ?? films[0];
  const changed = (n: number) => ({
    budget: 1 + Math.floor(Math.random() * 1e8),
    durationMinutes: 1 + (n % 300),
  });
  const created = (n: number) => ({ ...film(n)?.fields, title: `Benchmark ${n}` });
  const creates = {
    ours: mutation(
      'admin.movies.create',
      bodies((n) => ({ data: created(n) })),
    ),
    l1: plain('POST', bodies(created)),
    tidy: () => catalog.query("delete from movies where title like 'Benchmark %'"),
  };
  const updates = {
    ours: mutation(
      'admin.movies.update',
      bodies((n) => ({ id: film(n)?.id, data: changed(n) })),
    ),
    l1: plain(
      'PATCH',
      bodies((n) => ({ id: film(n)?.id, ...changed(n) })),
    ),
  };
  const withCast = mutation(
    'admin.movies.update',
    bodies((n) => ({ id: film(n)?.id, data: { ...changed(n), ...film(n)?.lists } })),
  );
  const toggles: Requests = {
    ...withCast,
    each: films.slice(0, 100).flatMap(({ id }) =>
      ['add', 'remove'].map((verb) => ({
        path: query(`favorites.${verb}`),
        body: JSON.stringify({ movieId: id }),
      })),
    ),
  };
  const l1Setting = {
    on: () => triggers(catalog, 'disable'),
    off: () => triggers(catalog, 'enable'),
  };
  return [
    { name: 'create a film', ...creates },
    { name: 'create a film (L1: no change log)', ...creates, l1Setting },
    { name: 'update a film', ...updates },
    { name: 'update a film (L1: no change log)', ...updates, l1Setting },
    { name: 'save a film with its cast (L1: plain update)', ...updates, ours: withCast },
    { name: 'toggle a favorite (L1: plain update)', ...updates, ours: toggles },
  ];
}

async function triggers(catalog: Catalog, state: 'enable' | 'disable'): Promise<void> {
  for (const trigger of ['log_insert', 'log_update']) {
    await catalog.query(`alter table movies ${state} trigger ${trigger}`);
  }
}
