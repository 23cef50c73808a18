import { useQuery } from '@tanstack/react-query';
import { trpc } from '../trpc.ts';
import { UserAccess } from './user-access.tsx';
import { UserDevices } from './user-devices.tsx';
import { UserFavorites } from './user-favorites.tsx';
import styles from './users.module.css';

/** What belongs to an account besides its fields: how it comes in, where it is signed in, what it keeps. */
export default function UserBelow({ id: ref }: { id: string }) {
  const id = Number(ref);
  const { data: user } = useQuery({
    queryKey: ['users', 'account', id],
    queryFn: async () => (await trpc.admin.users.get.query({ id })).item,
    enabled: Number.isSafeInteger(id) && id > 0,
  });
  if (!user) return null;
  return (
    <div className={styles.below}>
      <UserAccess user={user} />
      <UserDevices user={user} />
      <UserFavorites user={user} />
    </div>
  );
}
