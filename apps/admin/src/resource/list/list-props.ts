import type { Total } from '@cinematheque/shared/resource';
import type { UseQueryResult } from '@tanstack/react-query';
import type { ComponentType } from 'react';
import type { Resource } from '../resource.ts';
import type { Head, Line } from './columns.tsx';
import type { ListSearch } from './list-search.ts';

/** What a list is made of. */
export interface ListPageProps {
  resource: Pick<Resource, 'name' | 'label' | 'one'>;
  head: Head[];
  search: ListSearch;
  page: UseQueryResult<{ nextCursor: string | null; total: Total }>;
  lines: Line[] | undefined;
  remove: (ids: string[]) => Promise<{ removed: number }>;
  /** Stands where the button for a new record would. */
  Add: ComponentType | null;
  searchHint: string | undefined;
}
