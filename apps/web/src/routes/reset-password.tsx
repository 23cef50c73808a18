import { buttonClass } from '@cinematheque/ui/button-class';
import { createFileRoute, Link } from '@tanstack/react-router';
import { AccountPage } from '../account/account-page.tsx';
import { useLinkToken } from '../account/link-token.ts';
import { NewPassword } from '../account/new-password.tsx';
import { RequestReset } from '../account/request-reset.tsx';
import { signInOptions, useSignInOptions } from '../account/sign-in-options.ts';
import { pageHead } from '../head.ts';

export const Route = createFileRoute('/reset-password')({
  loader: ({ context }) => context.queryClient.ensureQueryData(signInOptions(context)),
  head: ({ match }) =>
    pageHead(match.context, {
      title: 'Choose a new password',
      path: '/reset-password',
      unlisted: true,
    }),
  component: ResetPage,
});

function ResetPage() {
  const token = useLinkToken();
  const { mail } = useSignInOptions();
  const title = 'Choose a new password';
  if (token) {
    return (
      <AccountPage title={title} line="You are signed out everywhere else.">
        <NewPassword token={token} />
      </AccountPage>
    );
  }
  const instead = (
    <>
      Remembered it? <Link to="/sign-in">Sign in</Link>.
    </>
  );
  if (!mail) {
    return (
      <AccountPage title={title} instead={instead}>
        <p>
          This catalog sends no e-mail. Ask an administrator for a link: it opens this page, and lets you
          choose a new password within the hour.
        </p>
        <p>
          <Link to="/" className={buttonClass()}>
            Go to the first page
          </Link>
        </p>
      </AccountPage>
    );
  }
  return (
    <AccountPage title={title} line="We send you a link that holds for an hour." instead={instead}>
      <RequestReset />
    </AccountPage>
  );
}
