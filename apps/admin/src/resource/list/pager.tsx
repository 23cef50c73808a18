import { PaginationLinks } from '@cinematheque/ui/pagination-links';
import { Link } from '@tanstack/react-router';
import type { ResourceName } from '../api.ts';
import type { ListSearch } from './list-search.ts';

/** Where each page was reached from; a cursor itself only leads on. */
const before = new Map<string, string | undefined>();

export interface PagerProps {
  name: ResourceName;
  search: ListSearch;
  nextCursor: string | null;
}

/** Next and previous by cursor. An address that was opened from elsewhere leads back to the first page. */
export function Pager({ name, search, nextCursor }: PagerProps) {
  const { after, ...rest } = search;
  if (nextCursor) before.set(nextCursor, after);
  if (!after && !nextCursor) return null;
  const linkTo = (cursor: string | undefined) => ({
    to: '/$resource' as const,
    params: { resource: name },
    search: { ...rest, after: cursor },
  });
  return (
    <PaginationLinks
      previous={after ? (props) => <Link {...linkTo(before.get(after))} {...props} /> : undefined}
      previousLabel={after && before.has(after) ? 'Previous' : 'First page'}
      next={nextCursor ? (props) => <Link {...linkTo(nextCursor)} {...props} /> : undefined}
    />
  );
}
