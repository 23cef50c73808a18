import { errorOf } from '@cinematheque/client';
import { limits } from '@cinematheque/shared/limits';
import { buttonClass } from '@cinematheque/ui/button-class';
import { Field } from '@cinematheque/ui/field';
import { Notice } from '@cinematheque/ui/notice';
import { TextInput } from '@cinematheque/ui/text-input';
import { Link, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useSite } from '../context.ts';
import { showMessage } from '../layout/messages.ts';
import { AccountForm } from './account-form.tsx';
import { useChangeViewer } from './viewer.ts';

/** Chooses a new password by a one-time link. */
export function NewPassword({ token }: { token: string }) {
  const { client } = useSite();
  const navigate = useNavigate();
  const changeViewer = useChangeViewer();
  const [dead, setDead] = useState<string | null>(null);

  async function choose({ newPassword = '' }: Record<string, string>) {
    try {
      await client.account.resetPassword.mutate({ token, newPassword });
    } catch (error) {
      const { fields } = errorOf(error);
      if (!fields.token) throw error;
      return setDead(fields.token);
    }
    showMessage('You have a new password. Sign in with it.');
    // Every session is over, this browser's too.
    await changeViewer(null);
    await navigate({ to: '/sign-in', replace: true });
  }

  if (dead) {
    return (
      <Notice
        tone="danger"
        title="This link does not work"
        announce
        action={
          <Link to="/reset-password" className={buttonClass({ size: 'small' })}>
            Ask for another one
          </Link>
        }
      >
        {dead}.
      </Notice>
    );
  }
  return (
    <AccountForm submitLabel="Save the password" onSubmit={choose}>
      {(errors) => (
        <Field
          label="New password"
          hint={errors.newPassword ? undefined : `At least ${limits.passwordMin} characters.`}
          error={errors.newPassword}
        >
          {(control) => (
            <TextInput {...control} name="newPassword" type="password" autoComplete="new-password" />
          )}
        </Field>
      )}
    </AccountForm>
  );
}
