import { Button } from '@cinematheque/ui/button';
import { Dialog } from '../dialog.tsx';
import { sessionEnded } from './ended.ts';
import { useMe } from './me.ts';
import { SignInForm } from './sign-in-form.tsx';
import { signOut } from './sign-out.ts';

/** Signs in again over the page, which keeps everything that was typed into it. */
export function SessionDialog() {
  const me = useMe();
  if (!sessionEnded.use()) return null;
  return (
    <Dialog
      title="Sign in again"
      actions={
        <Button variant="quiet" onClick={() => void signOut()}>
          Leave the console
        </Button>
      }
    >
      <p>
        Your session has ended. Nothing that you typed is lost. Sign in, and a save that was under way goes
        on.
      </p>
      <SignInForm known={me?.username} />
    </Dialog>
  );
}
