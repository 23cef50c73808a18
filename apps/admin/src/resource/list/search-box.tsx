import { SearchInput } from '@cinematheque/ui/search-input';
import { useEffect, useState } from 'react';
import { useDebounced } from '../options.ts';

export interface SearchBoxProps {
  q: string | undefined;
  hint: string;
  onSearch: (q: string | undefined) => void;
}

/** Writes what is typed into the address, a pause after the last key. */
export function SearchBox({ q = '', hint, onSearch }: SearchBoxProps) {
  const [typed, setTyped] = useState(q);
  const settled = useDebounced(typed, 250).trim();

  useEffect(() => {
    if (settled !== q && settled === typed.trim()) onSearch(settled || undefined);
  }, [settled]);

  // Back and links change the address: the box follows.
  useEffect(() => setTyped((current) => (current.trim() === q ? current : q)), [q]);

  return (
    <search>
      <SearchInput label={hint} value={typed} onChange={(event) => setTyped(event.target.value)} />
    </search>
  );
}
