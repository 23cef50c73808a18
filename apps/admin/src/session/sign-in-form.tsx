import { errorOf } from '@cinematheque/client';
import { signInInput } from '@cinematheque/shared/user';
import { Button } from '@cinematheque/ui/button';
import { Field } from '@cinematheque/ui/field';
import { Notice } from '@cinematheque/ui/notice';
import { TextInput } from '@cinematheque/ui/text-input';
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { queryClient } from '../query-client.ts';
import { trpc } from '../trpc.ts';
import { sessionEnded } from './ended.ts';
import { meQuery } from './me.ts';
import styles from './session.module.css';

/** E-mail or username, and password. `known`: who had signed in before. */
export function SignInForm({ known = '' }: { known?: string }) {
  const [email, setEmail] = useState(known);
  const [password, setPassword] = useState('');
  const signIn = useMutation({
    mutationFn: () => trpc.account.signIn.mutate(signInInput.parse({ email, password })),
    onSuccess: async ({ user }) => {
      queryClient.setQueryData(meQuery.queryKey, user);
      sessionEnded.set(false);
      await queryClient.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'me' });
    },
  });
  function submit(event: FormEvent) {
    event.preventDefault();
    if (email.trim() && password) signIn.mutate();
  }
  return (
    <form className={styles.form} onSubmit={submit}>
      {signIn.error && (
        <Notice tone="danger" announce>
          {errorOf(signIn.error).message}
        </Notice>
      )}
      <Field label="E-mail or username" required>
        {(control) => (
          <TextInput
            {...control}
            autoComplete="username"
            autoCapitalize="none"
            value={email}
            onChange={(event) => setEmail(event.target.value)}
          />
        )}
      </Field>
      <Field label="Password" required>
        {(control) => (
          <TextInput
            {...control}
            type="password"
            autoComplete="current-password"
            value={password}
            onChange={(event) => setPassword(event.target.value)}
          />
        )}
      </Field>
      <Button type="submit" variant="primary" busy={signIn.isPending}>
        Sign in
      </Button>
    </form>
  );
}
