import { createFileRoute, redirect } from '@tanstack/react-router';
import { AccountView } from '../account/account-view.tsx';
import { signInOptions } from '../account/sign-in-options.ts';
import { pageHead } from '../head.ts';

export const Route = createFileRoute('/account')({
  beforeLoad({ context, location }) {
    if (!context.viewer) throw redirect({ to: '/sign-in', search: { next: location.href } });
  },
  loader: ({ context: { queryClient, trpc } }) =>
    Promise.all([
      queryClient.ensureQueryData(trpc.account.sessions.queryOptions()),
      queryClient.ensureQueryData(signInOptions({ trpc })),
    ]),
  head: ({ match }) => pageHead(match.context, { title: 'Account', unlisted: true }),
  component: AccountView,
});
