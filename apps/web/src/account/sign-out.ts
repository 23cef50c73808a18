import { errorOf } from '@cinematheque/client';
import { useLocation, useNavigate } from '@tanstack/react-router';
import { useSite } from '../context.ts';
import { showMessage } from '../layout/messages.ts';
import { useChangeViewer } from './viewer.ts';

/** Pages that are empty without an account. */
const personal = new Set(['/favorites', '/account']);

/** Signs out and stays where one is, unless that place is one's own. */
export function useSignOut(): () => Promise<void> {
  const { client } = useSite();
  const changeViewer = useChangeViewer();
  const navigate = useNavigate();
  const here = useLocation({ select: ({ pathname }) => pathname });
  return async () => {
    try {
      await client.account.signOut.mutate();
    } catch (error) {
      return showMessage(`You are still signed in: ${errorOf(error).message}`);
    }
    if (personal.has(here)) await navigate({ to: '/' });
    await changeViewer(null);
  };
}
