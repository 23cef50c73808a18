import { errorOf } from '@cinematheque/client';
import { limits } from '@cinematheque/shared/limits';
import { type SetUpInput, setUpInput } from '@cinematheque/shared/settings';
import { Button } from '@cinematheque/ui/button';
import { Field } from '@cinematheque/ui/field';
import { Notice } from '@cinematheque/ui/notice';
import { TextInput } from '@cinematheque/ui/text-input';
import { useMutation } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import { queryClient } from '../query-client.ts';
import { meQuery } from '../session/me.ts';
import session from '../session/session.module.css';
import { trpc } from '../trpc.ts';
import { SampleChoice } from './sample-choice.tsx';

/** Sets the catalog up, signs its administrator in and opens the console. */
export function SetupForm({ token }: { token: string }) {
  const navigate = useNavigate();
  const [values, setValues] = useState<Omit<SetUpInput, 'token'>>({
    catalogName: 'Cinematheque',
    email: '',
    password: '',
    sample: 'keep',
  });
  const [missing, setMissing] = useState<Record<string, string>>({});
  const setUp = useMutation({
    mutationFn: async (input: SetUpInput) => {
      const { email } = await trpc.account.setUp.mutate(input);
      return trpc.account.signIn.mutate({ email, password: input.password });
    },
    onSuccess: async ({ user }) => {
      queryClient.setQueryData(meQuery.queryKey, user);
      await navigate({ to: '/', replace: true });
    },
  });
  const failure = setUp.error ? errorOf(setUp.error) : null;
  const fields: Record<string, string | undefined> = { ...failure?.fields, ...missing };

  function submit(event: FormEvent) {
    event.preventDefault();
    const checked = setUpInput.safeParse({ token, ...values });
    const issues = checked.success ? [] : checked.error.issues;
    setMissing(Object.fromEntries(issues.map(({ path, message }) => [path.join('.'), message])));
    if (checked.success) setUp.mutate(checked.data);
  }

  const text = (name: 'catalogName' | 'email' | 'password', label: string, hint: string, rest: object) => (
    <Field label={label} hint={hint} error={fields[name]} required>
      {(control) => (
        <TextInput
          {...control}
          {...rest}
          name={name}
          value={values[name]}
          onChange={(event) => setValues({ ...values, [name]: event.target.value })}
        />
      )}
    </Field>
  );
  const above = fields.token ?? (failure && !Object.keys(failure.fields).length ? failure.message : null);
  return (
    <form className={session.form} onSubmit={submit} noValidate>
      {above && (
        <Notice tone="danger" title="The catalog is not set up" announce>
          {above}
        </Notice>
      )}
      {text('catalogName', 'Name of the catalog', 'As visitors see it, at the head of every page.', {})}
      {text('email', 'Your e-mail address', 'You sign in with it.', {
        type: 'email',
        autoComplete: 'username',
        autoCapitalize: 'none',
      })}
      {text('password', 'Your password', `At least ${limits.passwordMin} characters.`, {
        type: 'password',
        autoComplete: 'new-password',
      })}
      <SampleChoice value={values.sample} onChange={(sample) => setValues({ ...values, sample })} />
      <Button type="submit" variant="primary" busy={setUp.isPending}>
        Open the catalog
      </Button>
    </form>
  );
}
