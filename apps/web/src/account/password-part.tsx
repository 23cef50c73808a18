import { limits } from '@cinematheque/shared/limits';
import type { Me } from '@cinematheque/shared/user';
import { Field } from '@cinematheque/ui/field';
import { TextInput } from '@cinematheque/ui/text-input';
import { useQueryClient } from '@tanstack/react-query';
import { useSite } from '../context.ts';
import { showMessage } from '../layout/messages.ts';
import { AccountForm } from './account-form.tsx';
import { Part } from './part.tsx';

/** Another password. */
export function PasswordPart({ viewer }: { viewer: Me }) {
  const { client, trpc } = useSite();
  const queryClient = useQueryClient();

  async function save({ currentPassword = '', newPassword = '' }: Record<string, string>) {
    await client.account.changePassword.mutate({ currentPassword, newPassword });
    showMessage('You have a new password, and are signed out everywhere else.');
    await queryClient.invalidateQueries(trpc.account.sessions.pathFilter());
  }

  return (
    <Part title="Password" line="A new one signs you out everywhere but here.">
      <AccountForm submitLabel="Change the password" variant="secondary" resets onSubmit={save}>
        {(errors) => (
          <>
            {/* For the browser's own keeper of passwords. */}
            <input
              type="text"
              name="username"
              autoComplete="username"
              defaultValue={viewer.email}
              hidden
              readOnly
            />
            <Field label="Password now" error={errors.currentPassword}>
              {(control) => (
                <TextInput
                  {...control}
                  name="currentPassword"
                  type="password"
                  autoComplete="current-password"
                />
              )}
            </Field>
            <Field
              label="New password"
              hint={errors.newPassword ? undefined : `At least ${limits.passwordMin} characters.`}
              error={errors.newPassword}
            >
              {(control) => (
                <TextInput {...control} name="newPassword" type="password" autoComplete="new-password" />
              )}
            </Field>
          </>
        )}
      </AccountForm>
    </Part>
  );
}
