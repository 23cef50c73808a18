import { errorOf } from '@cinematheque/client';
import { buttonClass } from '@cinematheque/ui/button-class';
import { EmptyState } from '@cinematheque/ui/empty-state';
import { ErrorState } from '@cinematheque/ui/error-state';
import { VisuallyHidden } from '@cinematheque/ui/visually-hidden';
import { Link } from '@tanstack/react-router';
import type { Line } from './columns.tsx';
import { HeadRow } from './head-row.tsx';
import styles from './list.module.css';
import type { ListPageProps } from './list-props.ts';
import { BoneRows, Row } from './row.tsx';

export interface ListBodyProps
  extends Pick<ListPageProps, 'resource' | 'head' | 'search' | 'page' | 'lines'> {
  selected: Line[];
  onSelect: (lines: Line[]) => void;
}

/** The table, or what stands in its place while there is nothing to show. */
export function ListBody({ resource, head, search, page, lines, selected, onSelect }: ListBodyProps) {
  const { name, label, one } = resource;
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
  if (lines?.length === 0) {
    return search.q ? (
      <EmptyState
        title={`No ${label.toLowerCase()} match “${search.q}”`}
        action={
          <Link to="/$resource" params={{ resource: name }} className={buttonClass()}>
            Show all
          </Link>
        }
      />
    ) : (
      <EmptyState title={`No ${label.toLowerCase()} yet`}>The first {one} will stand here.</EmptyState>
    );
  }
  const isSelected = (line: Line) => selected.some(({ id }) => id === line.id);
  return (
    <div className={styles.scroll} role="region" aria-label={`Table of ${label.toLowerCase()}`}>
      <table className={styles.table} aria-busy={page.isFetching}>
        <HeadRow
          head={head}
          name={name}
          search={search}
          all={lines?.every(isSelected) ?? false}
          onAll={(all) => onSelect(all && lines ? lines : [])}
        />
        <tbody className={page.isPlaceholderData ? styles.old : undefined}>
          {lines ? (
            lines.map((line) => (
              <Row
                key={line.id}
                line={line}
                head={head}
                name={name}
                selected={isSelected(line)}
                onSelect={(on) =>
                  onSelect(on ? [...selected, line] : selected.filter(({ id }) => id !== line.id))
                }
              />
            ))
          ) : (
            <BoneRows columns={head.length} />
          )}
        </tbody>
      </table>
      {!lines && (
        <VisuallyHidden>
          <span role="status">Loading {label.toLowerCase()}</span>
        </VisuallyHidden>
      )}
    </div>
  );
}
