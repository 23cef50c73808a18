import type { Total } from '@cinematheque/shared/resource';
import { buttonClass } from '@cinematheque/ui/button-class';
import { useQueryClient } from '@tanstack/react-query';
import { Link, useRouter } from '@tanstack/react-router';
import { Plus } from 'lucide-react';
import { Suspense, useState } from 'react';
import { later } from '../../later.ts';
import { RemoveDialog } from '../remove-dialog.tsx';
import { shownOf } from './columns.tsx';
import { Count, countText } from './count.tsx';
import styles from './list.module.css';
import { ListBody } from './list-body.tsx';
import type { ListPageProps } from './list-props.ts';
import { changed, type ListSearch } from './list-search.ts';
import { Pager } from './pager.tsx';
import { SelectionBar } from './selection-bar.tsx';
import { Toolbar } from './toolbar.tsx';
import { usePreferences } from './use-preferences.ts';
import { useRowKeys } from './use-row-keys.ts';
import { useSelection } from './use-selection.ts';
import { ViewTabs } from './views/view-tabs.tsx';

const Peek = later(() => import('./peek.tsx'));
const BulkDialog = later(() => import('./bulk/bulk-dialog.tsx'));

/** More are not deleted at once: the API takes no more by id. */
const REMOVED_AT_ONCE = 1000;

/** A list: title with count, views, search and filter, rows, pages. Its whole state is in the address. */
export function ListPage({ source, search, page, lines, Add, searchHint }: ListPageProps) {
  const { name, label, one } = source;
  const router = useRouter();
  const queryClient = useQueryClient();
  const liking = usePreferences(name);
  const selection = useSelection(search);
  const [asking, setAsking] = useState<'remove' | 'change'>();
  const [peeked, setPeeked] = useState<string>();
  const layout = (source.hasPictures && liking.preferences.layout) || 'table';
  const head = shownOf(source.head, liking.preferences.columns);
  const onChange = (part: Partial<ListSearch>) => {
    const there = { to: '/$resource', params: { resource: name }, search: changed(search, part) } as const;
    // What was typed settles a moment later: whoever has set out for a record by then is not fetched back.
    if (router.latestLocation.pathname !== router.buildLocation(there).pathname) return;
    void router.navigate({ ...there, replace: true });
  };
  useRowKeys({
    isGrid: layout === 'grid',
    onSelect(id) {
      const line = lines?.find((candidate) => candidate.id === id);
      if (line) selection.select([line], !selection.isSelected(line));
    },
  });

  const total = page.data?.total;
  const what = whatIsChosen(selection, total, label, one);
  const at = lines?.findIndex(({ id }) => id === peeked) ?? -1;
  const peekedLine = lines?.[at];
  const whole =
    lines && total && lines.every(selection.isSelected) && !selection.all && total.value > lines.length;
  const done = () => {
    selection.clear();
    setAsking(undefined);
  };

  return (
    <section className={styles.list} aria-label={label}>
      <title>{`${label} · Cinematheque console`}</title>
      <header className={styles.head}>
        <h1 className={styles.title}>{label}</h1>
        <div className={styles.counted}>
          {total && <Count source={source} search={search} total={total} />}
        </div>
        {Add ? (
          <Suspense>
            <Add />
          </Suspense>
        ) : (
          <Link
            to="/$resource/new"
            params={{ resource: name }}
            className={buttonClass({ variant: 'primary' })}
          >
            <Plus size={16} aria-hidden="true" />
            New {one}
          </Link>
        )}
      </header>
      <ViewTabs source={source} search={search} />
      <Toolbar
        {...{ source, search, onChange, liking }}
        hint={searchHint ?? `Search ${label.toLowerCase()}`}
      />
      <ListBody
        {...{ source, search, page, lines, head, layout, onChange }}
        from={search}
        isSelected={selection.isSelected}
        onSelect={selection.select}
        onSort={(sort) => onChange({ sort })}
        onPeek={setPeeked}
        widths={liking.preferences.widths ?? {}}
        onWidths={(widths) => liking.change({ widths })}
      />
      <Pager name={name} search={search} nextCursor={page.data?.nextCursor ?? null} />
      {(selection.all || selection.lines.length > 0) && (
        <SelectionBar
          what={what}
          more={
            whole
              ? {
                  label: `Select all ${countText(total)} matching`,
                  onAll: selection.selectAll,
                }
              : null
          }
          onEdit={source.bulk.length ? () => setAsking('change') : null}
          onRemove={
            selection.all || selection.lines.length > REMOVED_AT_ONCE ? null : () => setAsking('remove')
          }
          onClear={selection.clear}
        />
      )}
      {asking === 'remove' && (
        <RemoveDialog
          resource={source}
          records={selection.lines}
          remove={source.remove}
          onRemoved={() => {
            done();
            return queryClient.invalidateQueries();
          }}
          onClose={() => setAsking(undefined)}
        />
      )}
      {asking === 'change' && (
        <Suspense>
          <BulkDialog
            source={source}
            of={selection.of}
            what={what}
            onDone={done}
            onClose={() => setAsking(undefined)}
          />
        </Suspense>
      )}
      {peekedLine && (
        <Suspense>
          <Peek
            source={source}
            line={peekedLine}
            head={source.head}
            from={search}
            onStep={(step) => setPeeked(lines?.[at + step]?.id ?? peeked)}
            onClose={() => setPeeked(undefined)}
          />
        </Suspense>
      )}
    </section>
  );
}

function whatIsChosen(
  { all, lines }: Pick<ReturnType<typeof useSelection>, 'all' | 'lines'>,
  total: Total | undefined,
  label: string,
  one: string,
): string {
  if (all && total) return `all ${countText(total)} ${label.toLowerCase()}`;
  return `${lines.length.toLocaleString('en-US')} ${lines.length === 1 ? one : label.toLowerCase()}`;
}
