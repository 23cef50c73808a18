import { errorOf } from '@cinematheque/client';
import { Button } from '@cinematheque/ui/button';
import { buttonClass } from '@cinematheque/ui/button-class';
import { EmptyState } from '@cinematheque/ui/empty-state';
import { ErrorState } from '@cinematheque/ui/error-state';
import { Link } from '@tanstack/react-router';
import { withoutPart } from './filter/filter-chips.tsx';
import { parseFilter } from './filter/parse-filter.ts';
import { Grid } from './grid.tsx';
import type { ListSearch } from './list-search.ts';
import { Table, type TableProps } from './table.tsx';

export interface ListBodyProps extends TableProps {
  layout: 'table' | 'grid';
  onChange: (part: Partial<ListSearch>) => void;
}

/** The rows, or what stands in their place while there is nothing to show. */
export function ListBody({ layout, onChange, ...table }: ListBodyProps) {
  const { source, search, page, lines } = table;
  const { name, label, one } = source;
  if (page.isError && !lines) {
    return (
      <ErrorState
        title={`${label} could not be loaded`}
        onRetry={() => void page.refetch()}
        retrying={page.isFetching}
        action={
          search.after && (
            <Link to="/$resource" params={{ resource: name }} className={buttonClass()}>
              First page
            </Link>
          )
        }
      >
        {errorOf(page.error).message}
      </ErrorState>
    );
  }
  if (lines?.length === 0) return <NothingFound {...{ source, search, onChange }} label={label} one={one} />;
  if (layout === 'grid' && lines) {
    const { head, from, isSelected, onSelect } = table;
    return <Grid {...{ source, lines, head, from, isSelected, onSelect }} />;
  }
  return <Table {...table} />;
}

/** Says what to drop: the search, or the last filter. */
function NothingFound({
  source,
  search,
  onChange,
  label,
  one,
}: Pick<ListBodyProps, 'source' | 'search' | 'onChange'> & { label: string; one: string }) {
  const filter = parseFilter(source.fields, search.filter);
  const what = label.toLowerCase();
  if (!search.q && !filter) {
    return <EmptyState title={`No ${what} yet`}>The first {one} will stand here.</EmptyState>;
  }
  const parts = filter && 'and' in filter ? filter.and.length : 1;
  return (
    <EmptyState
      title={
        search.q
          ? `No ${what} match “${search.q}”`
          : `No ${what} match ${parts > 1 ? 'these filters' : 'this filter'}`
      }
      action={
        <>
          {search.q && <Button onClick={() => onChange({ q: undefined })}>Search no more</Button>}
          {filter && (
            <Button onClick={() => onChange({ filter: withoutPart(filter, parts - 1) })}>
              Drop the {parts > 1 ? 'last ' : ''}filter
            </Button>
          )}
          <Link to="/$resource" params={{ resource: source.name }} className={buttonClass()}>
            Show all
          </Link>
        </>
      }
    />
  );
}
