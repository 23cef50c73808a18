import type { CatalogError } from '@cinematheque/client';
import { Button } from '@cinematheque/ui/button';
import { Notice } from '@cinematheque/ui/notice';
import { useState } from 'react';
import { Dialog } from '../../dialog.tsx';
import { humanizePath, type Labels } from '../humanize.ts';

export interface ConflictNoticeProps {
  conflict: NonNullable<CatalogError['conflict']>;
  /** What would be replaced, in words. */
  changed: string[];
  labels: Labels;
  load: () => Promise<void>;
}

const words = (names: string[]) =>
  new Intl.ListFormat('en-US').format(names.map((name) => name.toLowerCase()));

/** "movie_genres" and "releaseDate" as people say them. */
const said = (field: string, labels: Labels) =>
  humanizePath(
    field.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase()),
    labels,
  );

/**
 * Somebody else was faster: who changed what, and the way to the newest version. Asks at once; whoever wants to copy
 * first what he typed finds the same way at the top of the form.
 */
export function ConflictNotice({ conflict, changed, labels, load }: ConflictNoticeProps) {
  const [asking, setAsking] = useState(true);
  const [loading, setLoading] = useState(false);
  const title = 'Changed by somebody else since you opened it';

  async function loadNewest() {
    setLoading(true);
    await load();
    setLoading(false);
  }

  const story = (
    <>
      {conflict.changes.map(({ at, user, fields }) => (
        <p key={at}>
          {user ?? 'Somebody'} changed {words(fields.map((field) => said(field, labels))) || 'it'} at{' '}
          <time dateTime={at}>{new Date(at).toLocaleTimeString('en-US', { timeStyle: 'short' })}</time>.
        </p>
      ))}
      <p>
        Your changes are not saved. Loading the newest version replaces what you changed here:{' '}
        {words(changed) || 'nothing'}. Copy first what you want to keep.
      </p>
    </>
  );

  return (
    <>
      <Notice
        tone="warning"
        title={title}
        action={
          <Button size="small" busy={loading} onClick={() => void loadNewest()}>
            Load the newest
          </Button>
        }
      >
        {story}
      </Notice>
      {asking && (
        <Dialog
          title={title}
          onClose={() => setAsking(false)}
          actions={
            <>
              <Button onClick={() => setAsking(false)}>Keep looking at mine</Button>
              <Button variant="primary" busy={loading} onClick={() => void loadNewest()}>
                Load the newest
              </Button>
            </>
          }
        >
          {story}
        </Dialog>
      )}
    </>
  );
}
