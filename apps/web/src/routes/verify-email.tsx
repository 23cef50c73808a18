import { errorOf } from '@cinematheque/client';
import { Button } from '@cinematheque/ui/button';
import { buttonClass } from '@cinematheque/ui/button-class';
import { Notice } from '@cinematheque/ui/notice';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { createFileRoute, Link } from '@tanstack/react-router';
import { AccountPage } from '../account/account-page.tsx';
import { useLinkToken } from '../account/link-token.ts';
import { viewerOptions } from '../account/viewer.ts';
import { useSite } from '../context.ts';
import { pageHead } from '../head.ts';

export const Route = createFileRoute('/verify-email')({
  head: ({ match }) =>
    pageHead(match.context, { title: 'Confirm your address', path: '/verify-email', unlisted: true }),
  component: VerifyPage,
});

/** A press confirms, not the visit: mail programs look at links before their readers do. */
function VerifyPage() {
  const token = useLinkToken();
  const site = useSite();
  const queryClient = useQueryClient();
  const confirm = useMutation({
    mutationFn: (given: string) => site.client.account.verifyEmail.mutate({ token: given }),
    onSuccess: () => queryClient.invalidateQueries({ queryKey: viewerOptions(site).queryKey }),
  });
  const home = (
    <Link to="/" className={buttonClass({ size: 'small' })}>
      Go to the films
    </Link>
  );
  if (confirm.isSuccess) {
    return (
      <AccountPage title="Confirmed">
        <Notice tone="success" title="This address is yours" announce action={home}>
          From now on a forgotten password finds its way to you.
        </Notice>
      </AccountPage>
    );
  }
  if (confirm.isError || token === null) {
    const { fields, message } = errorOf(confirm.error);
    return (
      <AccountPage title="Confirm your address">
        <Notice
          tone="danger"
          title="This link does not work"
          announce
          action={
            <Link to="/account" className={buttonClass({ size: 'small' })}>
              Send another link
            </Link>
          }
        >
          {confirm.isError ? (fields.token ?? message) : 'The address is not whole: copy all of it.'}
        </Notice>
      </AccountPage>
    );
  }
  return (
    <AccountPage title="Confirm your address" line="One press, and we know that e-mail reaches you.">
      <Button
        variant="primary"
        busy={confirm.isPending}
        disabled={!token}
        onClick={() => token && confirm.mutate(token)}
      >
        Confirm this address
      </Button>
    </AccountPage>
  );
}
