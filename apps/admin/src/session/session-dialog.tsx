import { Button } from '@cinematheque/ui/button';
import { Dialog } from '../dialog.tsx';
import { useSessionEnded } from './ended.ts';
import { SignInForm } from './sign-in-form.tsx';
import { signOut } from './sign-out.ts';

/** Signs in again over the page, which keeps everything that was typed into it. */
export function SessionDialog() {
  if (!useSessionEnded()) return null;
  return (
    <Dialog
      title="Sign in again"
      actions={
        <Button variant="quiet" onClick={() => void signOut()}>
          Leave the console
        </Button>
      }
    >
      <p>Your session has ended. Nothing that you typed is lost: sign in, then go on where you were.</p>
      <SignInForm />
    </Dialog>
  );
}
