import { useSuspenseQuery } from '@tanstack/react-query';
import { type SiteContext, useSite } from '../context.ts';

/** Whether accounts are open to everybody, and whether this catalog sends e-mail. */
export const signInOptions = ({ trpc }: Pick<SiteContext, 'trpc'>) =>
  trpc.account.signInOptions.queryOptions();

export const useSignInOptions = () => useSuspenseQuery(signInOptions(useSite())).data;
