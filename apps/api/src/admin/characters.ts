import type { Transaction } from '@cinematheque/db/change';
import { Character } from '@cinematheque/db/entities/character';
import { insertRow } from '@cinematheque/db/repository';
import {
  characterBulk,
  characterInput,
  characterListFields,
  characterRow,
} from '@cinematheque/shared/character';
import { changeId } from '@cinematheque/shared/resource';
import { id } from '@cinematheque/shared/text';
import { sql } from 'kysely';
import { z } from 'zod';
import { bulkOf } from '../bulk.ts';
import { crud, kindOf, versioned } from '../crud.ts';
import { movieRef, personRef } from '../json.ts';
import { sortBy } from '../page.ts';
import { byViewer, readRecord, saveRecord } from '../records.ts';
import { editorProcedure } from '../trpc.ts';
import { filmFilters, playerFilters } from './related.ts';

const resource = {
  entity: Character,
  noun: 'character',
  input: characterInput,
  row: characterRow,
  fields: characterListFields,
  computed: {
    movie: sql`(select ${movieRef('m')} from movies m where m.id = t.movie_id)`,
    person: sql`(select ${personRef('p')} from persons p where p.id = t.person_id)`,
  },
  filters: { name: { by: sql`t.name_folded` }, ...filmFilters, ...playerFilters },
  search: 't.name_folded',
  sort: {
    name: (down: boolean) => sortBy.text('t.name_folded', down),
    createdAt: (down: boolean) => sortBy.instant('t.created_at', down),
    updatedAt: (down: boolean) => sortBy.instant('t.updated_at', down),
  },
  defaultSort: ['name'],
  label: sql`t.name`,
  hint: sql`(select m.title from movies m where m.id = t.movie_id)`,
};
const kind = kindOf(resource);

/** Whoever plays a character is in the film's cast: at its end, when not there yet. */
const joinCast = (tx: Transaction, movieId: number, personId: number) =>
  tx.execute(
    `insert into movie_persons (movie_id, person_id, position)
     select ?, ?, coalesce(max(position) + 1, 0) from movie_persons where movie_id = ?
     on conflict do nothing`,
    [movieId, personId, movieId],
  );

export const characters = {
  ...crud(resource),
  ...bulkOf(resource, characterBulk),
  create: editorProcedure
    .input(z.strictObject({ data: characterInput }))
    .output(versioned(characterRow))
    .mutation(async ({ ctx, input: { data } }) => {
      const key = await ctx.db.change(byViewer(ctx.viewer, 'Created a character'), async (tx) => {
        await joinCast(tx, data.movieId, data.personId);
        return insertRow(tx, Character, data);
      });
      return { item: await readRecord(ctx.db, kind, key) };
    }),
  update: editorProcedure
    .input(z.strictObject({ id, data: characterInput.partial(), baseChangeId: changeId.optional() }))
    .output(versioned(characterRow))
    .mutation(async ({ ctx, input }) => {
      const key = { id: input.id };
      await ctx.db.change(byViewer(ctx.viewer, 'Edited a character'), async (tx) => {
        const [was] = await tx.execute<{ movie_id: number; person_id: number }[]>(
          'select movie_id, person_id from characters where id = ? for update',
          [input.id],
        );
        if (was && (input.data.movieId || input.data.personId)) {
          await joinCast(tx, input.data.movieId ?? was.movie_id, input.data.personId ?? was.person_id);
        }
        await saveRecord(tx, kind, key, input.data, input.baseChangeId);
      });
      return { item: await readRecord(ctx.db, kind, key) };
    }),
};
