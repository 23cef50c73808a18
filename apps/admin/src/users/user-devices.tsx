import { errorOf } from '@cinematheque/client';
import type { UserRow } from '@cinematheque/shared/user';
import { Button } from '@cinematheque/ui/button';
import { Notice } from '@cinematheque/ui/notice';
import { useMutation, useQuery } from '@tanstack/react-query';
import { announce } from '../announce.tsx';
import { List } from '../list.tsx';
import { queryClient } from '../query-client.ts';
import { trpc } from '../trpc.ts';
import { When } from '../when.tsx';
import styles from './users.module.css';

/** Where an account is signed in, and the way to end that. */
export function UserDevices({ user }: { user: UserRow }) {
  const { data: devices, error } = useQuery({
    queryKey: ['users', 'devices', user.id],
    queryFn: async () => (await trpc.admin.users.devices.query({ id: user.id })).items,
  });
  const end = useMutation({
    mutationFn: () => trpc.admin.users.endSessions.mutate({ id: user.id }),
    onSuccess: async () => {
      announce(`${user.username} is signed out`);
      await queryClient.invalidateQueries({ queryKey: ['users'] });
    },
  });
  const problem = error ?? end.error;
  const others = devices?.filter(({ current }) => !current) ?? [];
  return (
    <section className={styles.section} aria-labelledby="devices">
      <h2 className={styles.heading} id="devices">
        Sessions
      </h2>
      {problem && (
        <Notice tone="danger" announce>
          {errorOf(problem).message}
        </Notice>
      )}
      {devices?.length === 0 && <p className={styles.text}>Signed in nowhere.</p>}
      {devices && devices.length > 0 && (
        <List className={styles.lines}>
          {devices.map(({ id, name, createdAt, seenAt, current }) => (
            <li key={id} className={styles.line}>
              <span>
                <strong>{name}</strong>
                {current && ' (this one)'}
              </span>
              <span className={styles.aside}>
                since <When at={createdAt} />, seen <When at={seenAt} />
              </span>
            </li>
          ))}
        </List>
      )}
      {others.length > 0 && (
        <div className={styles.actions}>
          <Button busy={end.isPending} onClick={() => end.mutate()}>
            {others.length < (devices?.length ?? 0) ? 'End the other sessions' : 'End all sessions'}
          </Button>
        </div>
      )}
    </section>
  );
}
