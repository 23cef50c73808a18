import { SearchInput } from '@cinematheque/ui/search-input';
import { useNavigate } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import type { ResourceName } from '../api.ts';
import { useDebounced } from '../options.ts';
import type { ListSearch } from './list-search.ts';

export interface SearchBoxProps {
  resource: ResourceName;
  search: ListSearch;
  hint: string;
}

/** Writes what is typed into the address, a pause after the last key; a new search begins at the first page. */
export function SearchBox({ resource, search, hint }: SearchBoxProps) {
  const navigate = useNavigate();
  const [typed, setTyped] = useState(search.q ?? '');
  const settled = useDebounced(typed, 250).trim();

  useEffect(() => {
    if (settled === (search.q ?? '') || settled !== typed.trim()) return;
    void navigate({
      to: '/$resource',
      params: { resource },
      search: { q: settled || undefined, sort: search.sort },
      replace: true,
    });
  }, [settled]);

  // Back and links change the address: the box follows.
  useEffect(
    () => setTyped((current) => (current.trim() === (search.q ?? '') ? current : (search.q ?? ''))),
    [search.q],
  );

  return (
    <search>
      <SearchInput label={hint} value={typed} onChange={(event) => setTyped(event.target.value)} />
    </search>
  );
}
