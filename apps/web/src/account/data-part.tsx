import { errorOf } from '@cinematheque/client';
import type { Me } from '@cinematheque/shared/user';
import { Button } from '@cinematheque/ui/button';
import { Field } from '@cinematheque/ui/field';
import { TextInput } from '@cinematheque/ui/text-input';
import { Link, useNavigate } from '@tanstack/react-router';
import { Download } from 'lucide-react';
import { useState } from 'react';
import { useSite } from '../context.ts';
import { showMessage } from '../layout/messages.ts';
import { saveFile } from '../save-file.ts';
import { AccountForm } from './account-form.tsx';
import { Part } from './part.tsx';
import { useChangeViewer } from './viewer.ts';

/** What the catalog knows of oneself: to take along, and to be gone. */
export function DataPart({ viewer }: { viewer: Me }) {
  const { client } = useSite();
  async function download() {
    try {
      const text = JSON.stringify(await client.account.download.query(), null, 2);
      saveFile({ fileName: `cinematheque-${viewer.username}.json`, mediaType: 'application/json', text });
    } catch (error) {
      showMessage(`The file could not be made: ${errorOf(error).message}`);
    }
  }
  return (
    <>
      <Part title="Your data" line="Everything that this catalog knows of you, in one file.">
        <div>
          <Button onClick={download}>
            <Download size={16} aria-hidden="true" />
            Download my data
          </Button>
        </div>
        <p>
          Only the films? <Link to="/favorites">Favorites</Link> has them as a table for Letterboxd too.
        </p>
      </Part>
      <DeletePart />
    </>
  );
}

function DeletePart() {
  const { client } = useSite();
  const navigate = useNavigate();
  const changeViewer = useChangeViewer();
  const [sure, setSure] = useState(false);

  async function remove({ password = '' }: Record<string, string>) {
    await client.account.delete.mutate({ password });
    showMessage('Your account is gone, and all that was in it.');
    await navigate({ to: '/', replace: true });
    await changeViewer(null);
  }

  return (
    <Part title="Delete the account" line="Your favorites and your picture go with it. It cannot be undone.">
      {sure ? (
        <AccountForm submitLabel="Delete my account for good" variant="danger" onSubmit={remove}>
          {(errors) => (
            <Field label="Your password" error={errors.password}>
              {(control) => (
                <TextInput
                  {...control}
                  name="password"
                  type="password"
                  autoComplete="current-password"
                  autoFocus
                />
              )}
            </Field>
          )}
        </AccountForm>
      ) : (
        <div>
          <Button variant="danger" onClick={() => setSure(true)}>
            Delete my account …
          </Button>
        </div>
      )}
    </Part>
  );
}
