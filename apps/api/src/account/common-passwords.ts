import { dictionary } from '@zxcvbn-ts/language-common';

/** The passwords that leaked most often, long enough to pass the other rules: they are what is tried first. */
const common = new Set(dictionary['passwords-common'].filter((password) => password.length >= 8));

export const isCommonPassword = (password: string): boolean => common.has(password.toLowerCase());
