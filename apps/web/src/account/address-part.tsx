import { errorOf } from '@cinematheque/client';
import type { Me } from '@cinematheque/shared/user';
import { Button } from '@cinematheque/ui/button';
import { Field } from '@cinematheque/ui/field';
import { Notice } from '@cinematheque/ui/notice';
import { TextInput } from '@cinematheque/ui/text-input';
import { useState } from 'react';
import { useSite } from '../context.ts';
import { showMessage } from '../layout/messages.ts';
import { AccountForm } from './account-form.tsx';
import { Part } from './part.tsx';
import { useSignInOptions } from './sign-in-options.ts';
import { useShowViewer } from './viewer.ts';

/** The e-mail address, whether it is confirmed, and how to have another one. */
export function AddressPart({ viewer }: { viewer: Me }) {
  const { client } = useSite();
  const { mail } = useSignInOptions();
  const showViewer = useShowViewer();

  async function save({ email = '', currentPassword = '' }: Record<string, string>) {
    const { user } = await client.account.update.mutate({ email, currentPassword });
    showViewer(user);
    showMessage(mail && !user.emailVerified ? `We have written to ${user.email}.` : 'Your address is saved.');
  }

  return (
    <Part title="E-mail" line="You sign in with it, and news about your account goes there.">
      {mail && <Confirmation viewer={viewer} />}
      <AccountForm
        submitLabel="Save the address"
        variant="secondary"
        resets
        onSubmit={save}
        key={viewer.email}
      >
        {(errors) => (
          <>
            <Field label="E-mail" error={errors.email}>
              {(control) => (
                <TextInput
                  {...control}
                  name="email"
                  type="email"
                  autoComplete="email"
                  defaultValue={viewer.email}
                />
              )}
            </Field>
            <Field label="Your password, to change it" error={errors.currentPassword}>
              {(control) => (
                <TextInput
                  {...control}
                  name="currentPassword"
                  type="password"
                  autoComplete="current-password"
                />
              )}
            </Field>
          </>
        )}
      </AccountForm>
    </Part>
  );
}

function Confirmation({ viewer }: { viewer: Me }) {
  const { client } = useSite();
  const [busy, setBusy] = useState(false);
  async function resend() {
    setBusy(true);
    try {
      await client.account.resendVerification.mutate();
      showMessage(`We have written to ${viewer.email}.`);
    } catch (error) {
      showMessage(errorOf(error).message);
    } finally {
      setBusy(false);
    }
  }
  if (viewer.emailVerified) return <Notice tone="success">{viewer.email} is confirmed.</Notice>;
  return (
    <Notice
      tone="warning"
      title="Not confirmed yet"
      action={
        <Button size="small" busy={busy} onClick={resend}>
          Send the link again
        </Button>
      }
    >
      Press the link that we sent to {viewer.email}.
    </Notice>
  );
}
