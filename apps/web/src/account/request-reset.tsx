import { Field } from '@cinematheque/ui/field';
import { Notice } from '@cinematheque/ui/notice';
import { TextInput } from '@cinematheque/ui/text-input';
import { useState } from 'react';
import { useSite } from '../context.ts';
import { AccountForm } from './account-form.tsx';

/** Asks for the e-mail with the link. What it says is the same whether there is such an account or not. */
export function RequestReset() {
  const { client } = useSite();
  const [written, setWritten] = useState<string | null>(null);

  async function ask({ email = '' }: Record<string, string>) {
    await client.account.requestPasswordReset.mutate({ email });
    setWritten(email);
  }

  if (written) {
    return (
      <Notice tone="success" title="Check your e-mail" announce>
        If {written} has an account here, a link is on its way to it. It can take a minute.
      </Notice>
    );
  }
  return (
    <AccountForm submitLabel="Send me the link" onSubmit={ask}>
      {(errors) => (
        <Field label="E-mail" error={errors.email}>
          {(control) => <TextInput {...control} name="email" type="email" autoComplete="email" />}
        </Field>
      )}
    </AccountForm>
  );
}
