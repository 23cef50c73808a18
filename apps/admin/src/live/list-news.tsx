import { Button } from '@cinematheque/ui/button';
import { useIsFetching, useQueryClient } from '@tanstack/react-query';
import type { ResourceName } from '../resource/api.ts';
import { heard } from './feed.ts';
import styles from './live.module.css';
import { newsOf } from './news.ts';

/** "1 new, 2 changed by anna". */
function words({ created, changed, deleted, users }: ReturnType<typeof newsOf>): string {
  const parts = [
    created && `${created.toLocaleString('en-US')} new`,
    changed && `${changed.toLocaleString('en-US')} changed`,
    deleted && `${deleted.toLocaleString('en-US')} deleted`,
  ].filter(Boolean);
  if (!parts.length) return '';
  return `${parts.join(', ')}${users.length ? ` by ${new Intl.ListFormat('en-US').format(users)}` : ''}`;
}

/** What colleagues did to this list since it was read. It waits until it is asked for: nothing jumps. */
export function ListNews({ name }: { name: ResourceName }) {
  const queryClient = useQueryClient();
  const everything = heard.use();
  // Drawn again whenever the list is read, which leaves nothing to tell.
  useIsFetching({ queryKey: [name, 'list'] });
  const read = queryClient.getQueryCache().findAll({ queryKey: [name, 'list'], type: 'active' });
  const since = Math.max(0, ...read.map(({ state }) => state.dataUpdatedAt));
  const news = words(
    newsOf(
      name,
      everything.filter(({ at }) => at > since).map(({ change }) => change),
    ),
  );
  // Open forms stay: they tell by themselves.
  const show = () =>
    void queryClient.invalidateQueries({
      predicate: ({ queryKey: [resource, what] }) => resource === name && what !== 'get',
    });
  return (
    <div className={styles.place} aria-live="polite">
      {news && since > 0 && (
        <p className={styles.pill}>
          <span>{news}</span>
          <Button size="small" onClick={show}>
            Show
          </Button>
        </p>
      )}
    </div>
  );
}
