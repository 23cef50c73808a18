import { z } from 'zod';
import { catalogName } from './system.ts';
import { linkToken, newPassword, userInput } from './user.ts';

/** What a first administrator says on the page behind the link that the first start prints. */
export const setUpInput = z.strictObject({
  token: linkToken,
  email: userInput.shape.email,
  password: newPassword,
  catalogName,
  /** What becomes of the films that came along. */
  sample: z.enum(['keep', 'empty']),
});
export type SetUpInput = z.infer<typeof setUpInput>;
