import { Field } from '@cinematheque/ui/field';
import { TextInput } from '@cinematheque/ui/text-input';
import { createFileRoute, Link } from '@tanstack/react-router';
import { AccountForm } from '../account/account-form.tsx';
import { AccountPage } from '../account/account-page.tsx';
import { detourSearch, skipWhenSignedIn } from '../account/detour.ts';
import { useEndDetour } from '../account/end-detour.ts';
import { signInOptions, useSignInOptions } from '../account/sign-in-options.ts';
import { pageHead } from '../head.ts';

export const Route = createFileRoute('/sign-in')({
  validateSearch: detourSearch,
  beforeLoad: skipWhenSignedIn,
  loader: ({ context }) => context.queryClient.ensureQueryData(signInOptions(context)),
  head: ({ match }) => pageHead(match.context, { title: 'Sign in', path: '/sign-in', unlisted: true }),
  component: SignInPage,
});

function SignInPage() {
  const detour = Route.useSearch();
  const { client } = Route.useRouteContext();
  const { signUp } = useSignInOptions();
  const endDetour = useEndDetour(detour);

  async function signIn({ email = '', password = '' }: Record<string, string>) {
    const { user } = await client.account.signIn.mutate({ email, password });
    await endDetour(user);
  }

  return (
    <AccountPage
      title="Sign in"
      line={detour.keep && 'The film you chose is kept as soon as you are in.'}
      instead={
        <>
          {signUp === 'open' && (
            <>
              New here?{' '}
              <Link to="/sign-up" search={detour}>
                Make an account
              </Link>
              .{' '}
            </>
          )}
          Forgot your password? <Link to="/reset-password">Choose a new one</Link>.
        </>
      }
    >
      <AccountForm submitLabel="Sign in" onSubmit={signIn}>
        {(errors) => (
          <>
            <Field label="E-mail or username" error={errors.email}>
              {(control) => (
                <TextInput
                  {...control}
                  name="email"
                  autoComplete="username"
                  autoCapitalize="none"
                  spellCheck={false}
                />
              )}
            </Field>
            <Field label="Password" error={errors.password}>
              {(control) => (
                <TextInput {...control} name="password" type="password" autoComplete="current-password" />
              )}
            </Field>
          </>
        )}
      </AccountForm>
    </AccountPage>
  );
}
