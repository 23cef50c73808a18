import { Button } from '@cinematheque/ui/button';
import { SearchInput } from '@cinematheque/ui/search-input';
import { useRouter } from '@tanstack/react-router';
import type { SubmitEvent } from 'react';
import { useFileUrl } from '../links.ts';
import { stringifySearch } from '../search-params.ts';
import styles from './name-search.module.css';

export interface NameSearchProps {
  /** The list's page, from the router's root. */
  path: string;
  label: string;
  q: string | undefined;
}

/** Looks for a name within one list. */
export function NameSearch({ path, label, q }: NameSearchProps) {
  const fileUrl = useFileUrl();
  const router = useRouter();
  function search(event: SubmitEvent<HTMLFormElement>) {
    event.preventDefault();
    const typed = String(new FormData(event.currentTarget).get('q') ?? '').trim();
    void router.navigate({ href: `${path}${stringifySearch({ q: typed })}`, resetScroll: false });
  }
  return (
    <form action={fileUrl(path)} className={styles.form} onSubmit={search}>
      <SearchInput key={q} name="q" label={label} defaultValue={q} maxLength={200} />
      <Button type="submit">Find</Button>
    </form>
  );
}
