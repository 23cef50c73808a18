import { limits } from '@cinematheque/shared/text';
import { Field } from '@cinematheque/ui/field';
import { TextInput } from '@cinematheque/ui/text-input';
import { createFileRoute, Link } from '@tanstack/react-router';
import { AccountForm } from '../account/account-form.tsx';
import { AccountPage } from '../account/account-page.tsx';
import { detourSearch, skipWhenSignedIn, useEndDetour } from '../account/detour.ts';
import { pageHead } from '../head.ts';

export const Route = createFileRoute('/sign-up')({
  validateSearch: detourSearch,
  beforeLoad: skipWhenSignedIn,
  head: ({ match }) => pageHead(match.context.siteUrl, { title: 'Make an account', path: '/sign-up' }),
  component: SignUpPage,
});

function SignUpPage() {
  const detour = Route.useSearch();
  const { client } = Route.useRouteContext();
  const endDetour = useEndDetour(detour);

  async function signUp({ username = '', email = '', password = '' }: Record<string, string>) {
    const { user } = await client.account.signUp.mutate({ username, email, password });
    await endDetour(user);
  }

  return (
    <AccountPage
      title="Make an account"
      line="To keep the films you love, and those you mean to see."
      instead={
        <>
          Have one already?{' '}
          <Link to="/sign-in" search={detour}>
            Sign in
          </Link>
        </>
      }
    >
      <AccountForm submitLabel="Make my account" onSubmit={signUp}>
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
