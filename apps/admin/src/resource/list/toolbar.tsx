import { Button } from '@cinematheque/ui/button';
import { IconButton } from '@cinematheque/ui/icon-button';
import { Images, ListFilter, Table2 } from 'lucide-react';
import { Suspense, useState } from 'react';
import { later } from '../../later.ts';
import { ColumnsButton } from './columns-button.tsx';
import { FilterChips } from './filter/filter-chips.tsx';
import styles from './list.module.css';
import type { ListSource } from './list-props.ts';
import type { ListSearch } from './list-search.ts';
import { SearchBox } from './search-box.tsx';
import type { usePreferences } from './use-preferences.ts';

const FilterBuilder = later(() => import('./filter/filter-builder.tsx'));

export interface ToolbarProps {
  source: ListSource;
  search: ListSearch;
  hint: string;
  onChange: (part: Partial<ListSearch>) => void;
  liking: ReturnType<typeof usePreferences>;
}

/** Search, filter, columns and layout. */
export function Toolbar({ source, search, hint, onChange, liking }: ToolbarProps) {
  const [open, setOpen] = useState(false);
  const { preferences, change } = liking;
  const onFilter = (filter: string | undefined) => onChange({ filter });
  const layout = preferences.layout ?? 'table';
  return (
    <>
      <div className={styles.tools}>
        <SearchBox key={source.name} q={search.q} hint={hint} onSearch={(q) => onChange({ q })} />
        <Button aria-expanded={open} onClick={() => setOpen(!open)}>
          <ListFilter size={16} aria-hidden="true" />
          Filter
        </Button>
        {layout === 'table' && (
          <ColumnsButton
            head={source.head}
            chosen={preferences.columns}
            onChange={(columns) => change({ columns })}
            onReset={() => change({ columns: undefined, widths: undefined })}
          />
        )}
        {source.hasPictures && (
          <div className={styles.layouts} role="group" aria-label="Layout">
            <IconButton
              label="Table"
              pressed={layout === 'table'}
              onClick={() => change({ layout: 'table' })}
            >
              <Table2 />
            </IconButton>
            <IconButton
              label="Pictures"
              pressed={layout === 'grid'}
              onClick={() => change({ layout: 'grid' })}
            >
              <Images />
            </IconButton>
          </div>
        )}
      </div>
      {open && (
        <Suspense>
          <FilterBuilder source={source} filter={search.filter} onFilter={onFilter} />
        </Suspense>
      )}
      {!open && <FilterChips source={source} filter={search.filter} onFilter={onFilter} />}
    </>
  );
}
