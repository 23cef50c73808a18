import { Button } from '@cinematheque/ui/button';
import { useState } from 'react';
import { heard } from './feed.ts';
import styles from './live.module.css';
import { lastOf } from './news.ts';

export interface RecordNewsProps {
  resource: { name: string; one: string };
  id: string;
  /** The version that is in the form. */
  changeId: number;
  /** What would be lost. */
  unsaved: number;
  load: () => Promise<void>;
}

/** Says that a colleague has changed the record that is open. It stays as it is until the newest is asked for. */
export function RecordNews({ resource, id, changeId, unsaved, load }: RecordNewsProps) {
  const [loading, setLoading] = useState(false);
  const newer = heard.use().flatMap(({ change }) => (change.changeId > changeId ? [change] : []));
  const last = lastOf(resource.name, id, newer);

  async function show() {
    setLoading(true);
    await load();
    setLoading(false);
  }

  const who = last?.user ?? 'Somebody';
  return (
    <div className={styles.place} aria-live="polite">
      {last && (
        <p className={styles.pill}>
          <span>
            {last.deleted
              ? `${who} has deleted this ${resource.one}`
              : `${who} has just changed this ${resource.one}`}
          </span>
          {!last.deleted && (
            <Button size="small" busy={loading} onClick={() => void show()}>
              {unsaved
                ? `Load it, without your ${unsaved === 1 ? 'change' : `${unsaved} changes`}`
                : 'Load the newest'}
            </Button>
          )}
        </p>
      )}
    </div>
  );
}
