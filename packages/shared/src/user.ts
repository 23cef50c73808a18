import { z } from 'zod';
import { image } from './refs.ts';
import { recordShape } from './resource.ts';
import { id, instant, limits, line } from './text.ts';

export const role = z.enum(['visitor', 'editor', 'admin']);
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

/** A password that somebody chooses. Spaces and emoji are welcome. */
export const newPassword = z
  .string()
  .min(limits.passwordMin, `At least ${limits.passwordMin} characters`)
  .max(limits.passwordMax, `At most ${limits.passwordMax} characters`)
  .refine((value) => !value.includes('\0') && value.isWellFormed(), 'Has a character that cannot be used')
  .refine((value) => !common.has(value.toLowerCase()), 'This password is among the first that are tried');

/** A password that somebody claims to have. */
export const givenPassword = z.string().min(1, 'Fill this in').max(limits.passwordMax, 'Too long');

const personal = {
  username,
  email,
  firstName: line(limits.name).nullish(),
  lastName: line(limits.name).nullish(),
};

export const signUpInput = z.strictObject({ ...personal, password: newPassword });
export const signInInput = z.strictObject({ email: line(limits.email), password: givenPassword });
export const profileInput = z.strictObject(personal).partial();
export const changePasswordInput = z.strictObject({ currentPassword: givenPassword, newPassword });

/** The signed-in user, to himself. */
export const me = z.object({
  id,
  username: z.string(),
  email: z.string(),
  firstName: z.string().nullable(),
  lastName: z.string().nullable(),
  role,
  avatar: image.nullable(),
  createdAt: instant,
});
export type Me = z.infer<typeof me>;

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
});
export type UserRow = z.infer<typeof userRow>;
