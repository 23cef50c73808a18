import type { Total } from '@cinematheque/shared/resource';
import { buttonClass } from '@cinematheque/ui/button-class';
import { useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Plus } from 'lucide-react';
import { useState } from 'react';
import { RemoveDialog } from '../remove-dialog.tsx';
import type { Line } from './columns.tsx';
import styles from './list.module.css';
import { ListBody } from './list-body.tsx';
import type { ListPageProps } from './list-props.ts';
import { Pager } from './pager.tsx';
import { SearchBox } from './search-box.tsx';
import { SelectionBar } from './selection-bar.tsx';

/** "4,803", and honestly "about 1,000,000" or "more than 10,000" where nobody counted to the end. */
export function countText({ value, exact }: Total, filtered: boolean): string {
  if (exact) return value.toLocaleString('en-US');
  return filtered
    ? `more than ${(value - 1).toLocaleString('en-US')}`
    : `about ${value.toLocaleString('en-US')}`;
}

/** A list: title with count, search, rows, pages. Its whole state is in the address. */
export function ListPage({ resource, head, search, page, lines, remove, Add, searchHint }: ListPageProps) {
  const { name, label, one } = resource;
  const queryClient = useQueryClient();
  const [selected, setSelected] = useState<Line[]>([]);
  const [removing, setRemoving] = useState(false);
  return (
    <section className={styles.list} aria-label={label}>
      <title>{`${label} · Cinematheque console`}</title>
      <header className={styles.head}>
        <h1 className={styles.title}>
          {label}
          {page.data && (
            <span className={styles.count}> {countText(page.data.total, Boolean(search.q))}</span>
          )}
        </h1>
        {Add ? (
          <Add />
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
      <SearchBox
        key={name}
        resource={name}
        search={search}
        hint={searchHint ?? `Search ${label.toLowerCase()}`}
      />
      <ListBody {...{ resource, head, search, page, lines, selected }} onSelect={setSelected} />
      <Pager name={name} search={search} nextCursor={page.data?.nextCursor ?? null} />
      {selected.length > 0 && (
        <SelectionBar
          selected={selected}
          onRemove={() => setRemoving(true)}
          onClear={() => setSelected([])}
        />
      )}
      {removing && (
        <RemoveDialog
          resource={resource}
          records={selected}
          remove={remove}
          onRemoved={() => {
            setSelected([]);
            setRemoving(false);
            return queryClient.invalidateQueries();
          }}
          onClose={() => setRemoving(false)}
        />
      )}
    </section>
  );
}
