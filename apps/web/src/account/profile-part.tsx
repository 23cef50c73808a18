import { limits } from '@cinematheque/shared/limits';
import type { Me } from '@cinematheque/shared/user';
import { Field } from '@cinematheque/ui/field';
import { TextInput } from '@cinematheque/ui/text-input';
import { useSite } from '../context.ts';
import { showMessage } from '../layout/messages.ts';
import { AccountForm } from './account-form.tsx';
import { AvatarPicker } from './avatar-picker.tsx';
import { Part } from './part.tsx';
import { useShowViewer } from './viewer.ts';

/** Portrait and names. */
export function ProfilePart({ viewer }: { viewer: Me }) {
  const { client } = useSite();
  const showViewer = useShowViewer();

  async function save({ username = '', firstName = '', lastName = '' }: Record<string, string>) {
    const { user } = await client.account.update.mutate({
      username,
      firstName: firstName.trim() || null,
      lastName: lastName.trim() || null,
    });
    showViewer(user);
    showMessage('Your profile is saved.');
  }

  return (
    <Part title="Profile" line="Your username is what others see.">
      <AvatarPicker viewer={viewer} />
      <AccountForm submitLabel="Save the profile" variant="secondary" onSubmit={save}>
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
                  defaultValue={viewer.username}
                />
              )}
            </Field>
            <Field label="First name" error={errors.firstName}>
              {(control) => (
                <TextInput
                  {...control}
                  name="firstName"
                  autoComplete="given-name"
                  maxLength={limits.name}
                  defaultValue={viewer.firstName ?? ''}
                />
              )}
            </Field>
            <Field label="Last name" error={errors.lastName}>
              {(control) => (
                <TextInput
                  {...control}
                  name="lastName"
                  autoComplete="family-name"
                  maxLength={limits.name}
                  defaultValue={viewer.lastName ?? ''}
                />
              )}
            </Field>
          </>
        )}
      </AccountForm>
    </Part>
  );
}
