import { errorOf } from '@cinematheque/client';
import type { Device } from '@cinematheque/shared/user';
import { Button } from '@cinematheque/ui/button';
import { VisuallyHidden } from '@cinematheque/ui/visually-hidden';
import { useQueryClient, useSuspenseQuery } from '@tanstack/react-query';
import { MonitorSmartphone } from 'lucide-react';
import { List } from '../components/list.tsx';
import { useSite } from '../context.ts';
import { formatInstant } from '../format.ts';
import { showMessage } from '../layout/messages.ts';
import styles from './devices-part.module.css';
import { Part } from './part.tsx';

/** Where one is signed in, and how to end that. */
export function DevicesPart() {
  const { client, trpc } = useSite();
  const queryClient = useQueryClient();
  const { items } = useSuspenseQuery(trpc.account.sessions.queryOptions()).data;

  async function end(work: () => Promise<unknown>, done: string) {
    try {
      await work();
      showMessage(done);
    } catch (error) {
      showMessage(errorOf(error).message);
    }
    await queryClient.invalidateQueries(trpc.account.sessions.pathFilter());
  }

  return (
    <Part title="Where you are signed in" line="End what you do not know, and change your password.">
      <List className={styles.devices}>
        {items.map((device) => (
          <li key={device.id} className={styles.device}>
            <MonitorSmartphone size={20} aria-hidden="true" className={styles.icon} />
            <DeviceFacts device={device} />
            {device.current ? (
              <span className={styles.here}>This one</span>
            ) : (
              <Button
                size="small"
                onClick={() =>
                  end(
                    () => client.account.endSession.mutate({ id: device.id }),
                    `Signed out of ${device.name}.`,
                  )
                }
              >
                End <VisuallyHidden>{device.name}</VisuallyHidden>
              </Button>
            )}
          </li>
        ))}
      </List>
      {items.length > 1 && (
        <div>
          <Button
            onClick={() =>
              end(() => client.account.endOtherSessions.mutate(), 'You are signed in here only.')
            }
          >
            End all others
          </Button>
        </div>
      )}
    </Part>
  );
}

function DeviceFacts({ device: { name, createdAt, seenAt } }: { device: Device }) {
  return (
    <div className={styles.facts}>
      <p className={styles.name}>{name}</p>
      <p className={styles.times}>
        Last seen <time dateTime={seenAt}>{formatInstant(seenAt)}</time>, signed in{' '}
        <time dateTime={createdAt}>{formatInstant(createdAt)}</time>
      </p>
    </div>
  );
}
