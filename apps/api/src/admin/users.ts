import { User } from '@cinematheque/db/entities/user';
import { deleteRows, insertRow } from '@cinematheque/db/repository';
import { changeId, items } from '@cinematheque/shared/resource';
import { id } from '@cinematheque/shared/text';
import { device, oneTimeLink, userInput, userListFields, userRow } from '@cinematheque/shared/user';
import { sql } from 'kysely';
import { z } from 'zod';
import { alive } from '../alive.ts';
import { kindOf, listProcedures, versioned } from '../crud.ts';
import { AppError } from '../errors.ts';
import { image, instant } from '../json.ts';
import { keepingAnAdministrator } from '../last-admin.ts';
import { optionsProcedure } from '../options.ts';
import { sortBy } from '../page.ts';
import { byViewer, readRecord, saveRecord } from '../records.ts';
import { adminProcedure } from '../trpc.ts';

const resource = {
  entity: User,
  noun: 'account',
  input: userInput,
  row: userRow,
  fields: userListFields,
  computed: {
    avatar: image('t', 'avatar_file_id'),
    emailVerified: sql`t.email_verified_at is not null`,
    disabled: sql`t.disabled_at is not null`,
    favorites: sql`(select count(*) from favorite_movies x where x.user_id = t.id)`,
    devices: sql`(select count(*) from sessions s where s.user_id = t.id and ${alive('s')})`,
    seenAt: sql`(select max(${instant('s', 'seen_at')}) from sessions s where s.user_id = t.id)`,
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

export const users = {
  ...listProcedures(resource, id, (id) => ({ id }), adminProcedure),
  options: optionsProcedure(
    { ...resource, label: sql`t.username`, hint: sql`t.email`, photo: resource.computed.avatar },
    adminProcedure,
  ),
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
      ctx.audit('account created', { userId: key.id, role: input.data.role });
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
      const { role, disabled } = data;
      ctx.audit('account changed', { userId: id, role, disabled, password: data.password !== undefined });
      if (data.password || data.role || data.disabled) {
        await ctx.sessions.endAll(id, id === ctx.viewer.id ? ctx.sessionId : null);
      }
      return { item: await readRecord(ctx.db, kind, { id }) };
    }),
  /** Sessions and favorites go with the account. */
  remove: adminProcedure
    .input(z.strictObject({ ids: z.array(id).min(1).max(1000) }))
    .output(z.object({ removed: z.int() }))
    .mutation(async ({ ctx, input }) => {
      const keys = input.ids.map((id) => ({ id }));
      const removed = await ctx.db.change(byViewer(ctx.viewer, 'Deleted accounts'), (tx) =>
        keepingAnAdministrator(tx, () => deleteRows(tx, User, keys)),
      );
      ctx.audit('account deleted', { userIds: input.ids });
      return { removed };
    }),
  /** Locks an account out, or lets it in again; whatever it has open ends. */
  disable: adminProcedure
    .input(z.strictObject({ id, disabled: z.boolean().default(true) }))
    .output(versioned(userRow))
    .mutation(async ({ ctx, input: { id, disabled } }) => {
      const summary = disabled ? 'Disabled an account' : 'Enabled an account';
      const columns = await columnsOf({ disabled }, ctx.passwords.hash);
      await ctx.db.change(byViewer(ctx.viewer, summary), (tx) =>
        keepingAnAdministrator(tx, () => saveRecord(tx, kind, { id }, columns, undefined), 'disabled'),
      );
      if (disabled) await ctx.sessions.endAll(id);
      ctx.audit('account changed', { userId: id, disabled });
      return { item: await readRecord(ctx.db, kind, { id }) };
    }),
  /** Where an account is signed in, the last seen first. */
  devices: adminProcedure
    .input(z.strictObject({ id }))
    .output(items(device))
    .query(async ({ ctx, input }) => ({ items: await ctx.sessions.list(input.id, ctx.sessionId) })),
  /** A one-hour link to choose a new password with, to be handed over by whatever way. */
  resetLink: adminProcedure
    .input(z.strictObject({ id }))
    .output(z.object({ link: oneTimeLink }))
    .mutation(async ({ ctx, input }) => {
      const link = await ctx.tokens.issue(input.id, 'reset');
      if (!link) throw new AppError('NOT_FOUND', 'There is no such account, or it is disabled');
      ctx.audit('reset link made', { userId: input.id });
      return { link };
    }),
  /** Signs an account out everywhere; an administrator who ends his own stays where he is. */
  endSessions: adminProcedure
    .input(z.strictObject({ id }))
    .output(z.object({ ended: z.literal(true) }))
    .mutation(async ({ ctx, input }) => {
      await ctx.sessions.endAll(input.id, input.id === ctx.viewer.id ? ctx.sessionId : null);
      ctx.audit('sessions ended', { userId: input.id });
      return { ended: true } as const;
    }),
};
