import type { Transaction } from '@cinematheque/db/change';
import { User } from '@cinematheque/db/entities/user';
import { deleteRows, insertRow } from '@cinematheque/db/repository';
import { changeId } from '@cinematheque/shared/resource';
import { id } from '@cinematheque/shared/text';
import { userInput, userRow } from '@cinematheque/shared/user';
import { sql } from 'kysely';
import { z } from 'zod';
import { kindOf, listProcedure, optionsProcedure, versioned } from '../crud.ts';
import { AppError } from '../errors.ts';
import { image } from '../json.ts';
import { sortBy } from '../page.ts';
import { byViewer, readRecord, saveRecord } from '../records.ts';
import { adminProcedure } from '../trpc.ts';

const resource = {
  entity: User,
  noun: 'account',
  input: userInput,
  row: userRow,
  computed: {
    avatar: image('t', 'avatar_file_id'),
    disabled: sql`t.disabled_at is not null`,
    favorites: sql`(select count(*) from favorite_movies x where x.user_id = t.id)`,
  },
  join: sql`cross join lateral (select fold(t.username || ' ' || t.email) as folded) named`,
  search: 'named.folded',
  sort: {
    username: (down: boolean) => ({
      by: sql`lower(t.username) collate "C"`,
      name: 't.username',
      type: 'text' as const,
      descending: down,
    }),
    createdAt: (down: boolean) => sortBy.instant('t.created_at', down),
  },
  defaultSort: ['-createdAt'],
};
const kind = kindOf(resource);

/** Columns of an account from what the form sends: the password only as its hash. */
async function columnsOf(
  { password, disabled, ...fields }: Partial<z.infer<typeof userInput>>,
  hash: (password: string) => Promise<string>,
) {
  return {
    ...fields,
    ...(password !== undefined && { passwordHash: await hash(password) }),
    ...(disabled !== undefined && { disabledAt: disabled ? new Date() : null }),
  };
}

/** Runs a write that may take an administrator away; refused when it would leave none. */
async function keepingAnAdministrator<T>(tx: Transaction, write: () => Promise<T>): Promise<T> {
  const active = `select id from users where role = 'admin' and disabled_at is null`;
  // Locked, so that two who demote each other at once do not both succeed.
  await tx.execute(`${active} order by id for update`);
  const result = await write();
  const left = await tx.execute(active);
  if (!left.length) {
    throw new AppError('VALIDATION', 'The last administrator stays: make somebody else one first', {
      fields: { role: 'The last administrator stays: make somebody else one first' },
    });
  }
  return result;
}

export const users = {
  list: listProcedure(resource, adminProcedure),
  options: optionsProcedure({ ...resource, label: sql`t.username`, hint: sql`t.email` }, adminProcedure),
  get: adminProcedure
    .input(z.strictObject({ id }))
    .output(versioned(userRow))
    .query(async ({ ctx, input }) => ({ item: await readRecord(ctx.db, kind, input) })),
  create: adminProcedure
    .input(z.strictObject({ data: userInput }))
    .output(versioned(userRow))
    .mutation(async ({ ctx, input }) => {
      const columns = await columnsOf(input.data, ctx.passwords.hash);
      const key = await ctx.db.change(byViewer(ctx.viewer, 'Created an account'), (tx) =>
        insertRow(tx, User, columns),
      );
      return { item: await readRecord(ctx.db, kind, key) };
    }),
  /** A new password, another role or `disabled` ends the account's sessions. */
  update: adminProcedure
    .input(z.strictObject({ id, data: userInput.partial(), baseChangeId: changeId.optional() }))
    .output(versioned(userRow))
    .mutation(async ({ ctx, input: { id, data, baseChangeId } }) => {
      const columns = await columnsOf(data, ctx.passwords.hash);
      await ctx.db.change(byViewer(ctx.viewer, 'Edited an account'), (tx) =>
        keepingAnAdministrator(tx, () => saveRecord(tx, kind, { id }, columns, baseChangeId)),
      );
      if (data.password || data.role || data.disabled) {
        await ctx.sessions.endAll(id, id === ctx.viewer.id ? ctx.sessionId : null);
      }
      return { item: await readRecord(ctx.db, kind, { id }) };
    }),
  /** Sessions and favorites go with the account. */
  remove: adminProcedure
    .input(z.strictObject({ ids: z.array(id).min(1).max(1000) }))
    .output(z.object({ removed: z.int() }))
    .mutation(async ({ ctx, input }) => ({
      removed: await ctx.db.change(byViewer(ctx.viewer, 'Deleted accounts'), (tx) =>
        keepingAnAdministrator(tx, () =>
          deleteRows(
            tx,
            User,
            input.ids.map((id) => ({ id })),
          ),
        ),
      ),
    })),
};
