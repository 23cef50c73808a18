import { errorOf } from '@cinematheque/client';
import type { TokenRow } from '@cinematheque/shared/api-token';
import { Button } from '@cinematheque/ui/button';
import { EmptyState } from '@cinematheque/ui/empty-state';
import { ErrorState } from '@cinematheque/ui/error-state';
import { Notice } from '@cinematheque/ui/notice';
import { Skeleton } from '@cinematheque/ui/skeleton';
import { useMutation, useQuery } from '@tanstack/react-query';
import { announce } from '../announce.tsx';
import { List } from '../list.tsx';
import { queryClient } from '../query-client.ts';
import { trpc } from '../trpc.ts';
import { When } from '../when.tsx';
import { AccountTabs } from './account-tabs.tsx';
import { TokenForm } from './token-form.tsx';
import styles from './tokens.module.css';

/** The tokens by which programs act, and the making of new ones. */
export function TokensPage() {
  const tokens = useQuery({
    queryKey: ['tokens'],
    queryFn: async () => (await trpc.admin.tokens.list.query()).items,
  });
  return (
    <section className={styles.page} aria-labelledby="tokens">
      <title>API tokens · Cinematheque console</title>
      <AccountTabs />
      <h1 className={styles.title} id="tokens">
        API tokens
      </h1>
      <p className={styles.text}>
        A program acts with a token in your name, never with your password, and never on accounts.
      </p>
      <TokenForm />
      {tokens.isError && (
        <ErrorState
          title="The tokens could not be loaded"
          onRetry={() => void tokens.refetch()}
          retrying={tokens.isFetching}
        >
          {errorOf(tokens.error).message}
        </ErrorState>
      )}
      {tokens.isPending && (
        <div role="status" aria-label="Loading the tokens">
          <Skeleton lines={4} />
        </div>
      )}
      {tokens.data?.length === 0 && <EmptyState title="No tokens yet" />}
      {tokens.data && tokens.data.length > 0 && (
        <List className={styles.list}>
          {tokens.data.map((token) => (
            <li key={token.id} className={styles.line}>
              <Token token={token} />
            </li>
          ))}
        </List>
      )}
    </section>
  );
}

const allows = { read: 'may read', edit: 'may edit' } as const;

function Token({ token: { id, name, scope, user, expired, expiresAt, lastUsedAt } }: { token: TokenRow }) {
  const end = useMutation({
    mutationFn: () => trpc.admin.tokens.remove.mutate({ ids: [id] }),
    onSuccess: async () => {
      announce(`“${name}” is ended`);
      await queryClient.invalidateQueries({ queryKey: ['tokens'] });
    },
  });
  return (
    <>
      <span className={styles.words}>
        <strong>{name}</strong>
        <span className={styles.aside}>
          {allows[scope]}, in {user.username}’s name; {expired ? 'expired' : 'good until'}{' '}
          <time dateTime={expiresAt}>{new Date(expiresAt).toLocaleDateString('en-US')}</time>;{' '}
          {lastUsedAt ? (
            <>
              last used <When at={lastUsedAt} />
            </>
          ) : (
            'never used'
          )}
        </span>
        {end.error && (
          <Notice tone="danger" announce>
            {errorOf(end.error).message}
          </Notice>
        )}
      </span>
      <Button variant="danger" busy={end.isPending} onClick={() => end.mutate()} aria-label={`End ${name}`}>
        End
      </Button>
    </>
  );
}
