import { limits } from '@cinematheque/shared/limits';
import { buttonClass } from '@cinematheque/ui/button-class';
import { Field } from '@cinematheque/ui/field';
import { Notice } from '@cinematheque/ui/notice';
import { TextInput } from '@cinematheque/ui/text-input';
import { createFileRoute, Link } from '@tanstack/react-router';
import { useState } from 'react';
import { AccountForm } from '../account/account-form.tsx';
import { AccountPage } from '../account/account-page.tsx';
import { detourSearch, skipWhenSignedIn } from '../account/detour.ts';
import { useEndDetour } from '../account/end-detour.ts';
import { signInOptions, useSignInOptions } from '../account/sign-in-options.ts';
import { pageHead } from '../head.ts';

export const Route = createFileRoute('/sign-up')({
  validateSearch: detourSearch,
  beforeLoad: skipWhenSignedIn,
  loader: ({ context }) => context.queryClient.ensureQueryData(signInOptions(context)),
  head: ({ match }) =>
    pageHead(match.context, { title: 'Make an account', path: '/sign-up', unlisted: true }),
  component: SignUpPage,
});

function SignUpPage() {
  const detour = Route.useSearch();
  const { client } = Route.useRouteContext();
  const { signUp } = useSignInOptions();
  const endDetour = useEndDetour(detour);
  const [written, setWritten] = useState<string | null>(null);

  async function makeAccount({ username = '', email = '', password = '' }: Record<string, string>) {
    const { user } = await client.account.signUp.mutate({ username, email, password });
    if (user) return endDetour(user);
    // The message tells whether the account is new. If it is, the password just chosen opens it at once.
    const signedIn = await client.account.signIn.mutate({ email, password }).catch(() => null);
    if (signedIn) return endDetour(signedIn.user);
    setWritten(email);
  }

  const title = 'Make an account';
  const instead = (
    <>
      Have one already?{' '}
      <Link to="/sign-in" search={detour}>
        Sign in
      </Link>
      .
    </>
  );
  if (signUp === 'closed') {
    return (
      <AccountPage title={title} instead={instead}>
        <Notice title="Accounts are by invitation here">Ask an administrator of this catalog for one.</Notice>
      </AccountPage>
    );
  }
  if (written) {
    return (
      <AccountPage title="Check your e-mail">
        <p>We have written to {written}. The message says how to go on.</p>
        <p>
          <Link to="/sign-in" search={detour} className={buttonClass()}>
            Sign in
          </Link>
        </p>
      </AccountPage>
    );
  }
  return (
    <AccountPage
      title={title}
      line="To keep the films you love, and those you mean to see."
      instead={instead}
    >
      <AccountForm submitLabel="Make my account" onSubmit={makeAccount}>
        {(errors) => (
          <>
            <Field label="Username" error={errors.username}>
              {(control) => (
                <TextInput
                  {...control}
                  name="username"
                  autoComplete="nickname"
                  autoCapitalize="none"
                  spellCheck={false}
                  maxLength={limits.username}
                />
              )}
            </Field>
            <Field label="E-mail" error={errors.email}>
              {(control) => <TextInput {...control} name="email" type="email" autoComplete="username" />}
            </Field>
            <Field
              label="Password"
              hint={errors.password ? undefined : `At least ${limits.passwordMin} characters.`}
              error={errors.password}
            >
              {(control) => (
                <TextInput {...control} name="password" type="password" autoComplete="new-password" />
              )}
            </Field>
          </>
        )}
      </AccountForm>
    </AccountPage>
  );
}
