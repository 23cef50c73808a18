import { z } from 'zod';
import { type Fields, timeFields } from './filter.ts';
import { limits } from './limits.ts';
import { image, movieRef } from './refs.ts';
import { recordShape } from './resource.ts';
import { id, instant, line } from './text.ts';

export const role = z.enum(['visitor', 'editor', 'admin'], 'Choose one of these');
export type Role = z.infer<typeof role>;

export const username = line(limits.username)
  .min(2, 'At least 2 characters')
  .regex(/^[^@\s]+$/, 'Without @ and spaces');

export const email = z.email('An e-mail address such as ana@example.org').trim().max(limits.email);

/** The most common passwords of eight characters and more: length alone lets them through. */
const common = new Set(
  'password password1 password12 password123 12345678 123456789 1234567890 qwertyuiop qwerty123 iloveyou11 11111111 00000000 abcd1234 letmein123 sunshine1 princess1 football1 baseball1 superman1 trustno1 passw0rd welcome1 admin123 administrator'.split(
    ' ',
  ),
);

const typable = (value: string) => !value.includes('\0') && value.isWellFormed();

/** A password that somebody chooses. Spaces and emoji are welcome. */
export const newPassword = z
  .string('Fill this in')
  .min(limits.passwordMin, `At least ${limits.passwordMin} characters`)
  .max(limits.passwordMax, `At most ${limits.passwordMax} characters`)
  .refine(typable, 'Has a character that cannot be used')
  .refine((value) => !common.has(value.toLowerCase()), 'This password is among the first that are tried');

/** A password that somebody claims to have. */
export const givenPassword = z
  .string()
  .min(1, 'Fill this in')
  .max(limits.passwordMax, 'Too long')
  .refine(typable, 'Has a character that cannot be used');

const personal = {
  username,
  email,
  firstName: line(limits.name).nullish(),
  lastName: line(limits.name).nullish(),
};

export const signUpInput = z.strictObject({ ...personal, password: newPassword });
export const signInInput = z.strictObject({ email: line(limits.email), password: givenPassword });
/** Another e-mail address is the key to the account: it takes the password. */
export const profileInput = z.strictObject({ ...personal, currentPassword: givenPassword }).partial();
export const changePasswordInput = z.strictObject({ currentPassword: givenPassword, newPassword });
export const deleteAccountInput = z.strictObject({ password: givenPassword });

/** The secret of a one-time link, as it stands in the link. */
export const linkToken = z
  .string()
  .min(1, 'This link is not whole: copy all of it')
  .max(200, 'This is no such link');
export const requestResetInput = z.strictObject({ email });
export const resetPasswordInput = z.strictObject({ token: linkToken, newPassword });
export const verifyEmailInput = z.strictObject({ token: linkToken });

/** The signed-in user, to himself. */
export const me = z.object({
  id,
  username: z.string(),
  email: z.string(),
  emailVerified: z.boolean(),
  firstName: z.string().nullable(),
  lastName: z.string().nullable(),
  role,
  avatar: image.nullable(),
  createdAt: instant,
});
export type Me = z.infer<typeof me>;

/** What this server offers to whoever has no session: accounts to everybody or not, letters or not. */
export const signInOptions = z.object({ signUp: z.enum(['open', 'closed']), mail: z.boolean() });
export type SignInOptions = z.infer<typeof signInOptions>;

/** A browser that is signed in. */
export const device = z.object({
  id,
  /** "Firefox on Linux" */
  name: z.string(),
  createdAt: instant,
  seenAt: instant,
  /** The one that asks. */
  current: z.boolean(),
});
export type Device = z.infer<typeof device>;

/** A one-time link. Below the site's root where the server does not know its own address. */
export const oneTimeLink = z.object({ url: z.string(), expiresAt: instant });
export type OneTimeLink = z.infer<typeof oneTimeLink>;

/** Everything that the catalog knows of somebody, to be taken along. */
export const accountData = z.object({
  profile: me,
  favorites: z.array(z.object({ movie: movieRef, keptAt: instant })),
  devices: z.array(device),
  changes: z.array(z.object({ at: instant, summary: z.string().nullable() })),
});

/** An account as administrators make it. */
export const userInput = z.strictObject({
  ...personal,
  role,
  password: newPassword,
  disabled: z.boolean().optional(),
  avatarFileId: id.nullish(),
});
export type UserInput = z.infer<typeof userInput>;

/** An account as administrators see it. */
export const userRow = me.extend({
  ...recordShape,
  avatarFileId: id.nullable(),
  disabled: z.boolean(),
  favorites: z.int(),
  /** Browsers that are signed in now, and when the last of them was seen. */
  devices: z.int(),
  seenAt: instant.nullable(),
});
export type UserRow = z.infer<typeof userRow>;

/** What the console's list is filtered by. */
export const userListFields = {
  username: { kind: 'text' },
  email: { kind: 'text' },
  firstName: { kind: 'text', optional: true },
  lastName: { kind: 'text', optional: true },
  role: { kind: 'choice', choices: role.options },
  disabled: { kind: 'boolean' },
  avatarFileId: { kind: 'presence' },
  favorites: { kind: 'number' },
  ...timeFields,
} as const satisfies Fields;
