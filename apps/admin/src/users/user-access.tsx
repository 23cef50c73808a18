import { errorOf } from '@cinematheque/client';
import type { OneTimeLink, UserRow } from '@cinematheque/shared/user';
import { Button } from '@cinematheque/ui/button';
import { Notice } from '@cinematheque/ui/notice';
import { TextInput } from '@cinematheque/ui/text-input';
import { useMutation } from '@tanstack/react-query';
import { announce } from '../announce.tsx';
import { fromRoot } from '../base-path.ts';
import { queryClient } from '../query-client.ts';
import { trpc } from '../trpc.ts';
import styles from './users.module.css';

/** An address that can be handed on, also where the server does not know its own. */
const absolute = ({ url }: OneTimeLink) =>
  new URL(url.startsWith('/') ? fromRoot(url) : url, location.origin).href;

/** Lets an account in or keeps it out. */
export function UserAccess({ user }: { user: UserRow }) {
  const reset = useMutation({
    mutationFn: async () => (await trpc.admin.users.resetLink.mutate({ id: user.id })).link,
  });
  const disable = useMutation({
    mutationFn: () => trpc.admin.users.disable.mutate({ id: user.id, disabled: !user.disabled }),
    onSuccess: async () => {
      announce(user.disabled ? `${user.username} may sign in again` : `${user.username} is disabled`);
      await queryClient.invalidateQueries({ queryKey: ['users'] });
    },
  });
  const error = reset.error ?? disable.error;
  const link = reset.data && absolute(reset.data);

  async function copy() {
    if (!link) return;
    await navigator.clipboard.writeText(link);
    announce('The link is copied');
  }

  return (
    <section className={styles.section} aria-labelledby="access">
      <h2 className={styles.heading} id="access">
        Access
      </h2>
      <p className={styles.text}>
        {user.disabled
          ? 'This account is disabled: it cannot sign in.'
          : 'Whoever has lost the password chooses a new one by a link that works once, for an hour.'}
      </p>
      {error && (
        <Notice tone="danger" announce>
          {Object.values(errorOf(error).fields)[0] ?? errorOf(error).message}
        </Notice>
      )}
      {link && (
        <div className={styles.link}>
          <TextInput readOnly value={link} aria-label="The link" onFocus={(event) => event.target.select()} />
          <Button onClick={() => void copy()}>Copy</Button>
        </div>
      )}
      <div className={styles.actions}>
        {!user.disabled && (
          <Button busy={reset.isPending} onClick={() => reset.mutate()}>
            Make a link for a new password
          </Button>
        )}
        <Button
          variant={user.disabled ? 'secondary' : 'danger'}
          busy={disable.isPending}
          onClick={() => disable.mutate()}
        >
          {user.disabled ? 'Enable the account' : 'Disable the account'}
        </Button>
      </div>
    </section>
  );
}
