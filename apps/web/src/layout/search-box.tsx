import { SearchInput } from '@cinematheque/ui/search-input';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { type SubmitEvent, useEffect, useRef } from 'react';
import { useFileUrl } from '../links.ts';
import { firstOf } from '../search-params.ts';
import styles from './search-box.module.css';

/** Fields in which a slash is a letter. */
const typing = 'input, textarea, select, [contenteditable]';

/** The one search box. The key "/" leads here; without JavaScript it is a form like any other. */
export function SearchBox() {
  const fileUrl = useFileUrl();
  const navigate = useNavigate();
  const form = useRef<HTMLFormElement>(null);
  const q = useSearch({ strict: false, select: (search) => firstOf(search.q) ?? '' });
  useSlashKey(form);

  function submit(event: SubmitEvent<HTMLFormElement>) {
    event.preventDefault();
    const typed = new FormData(event.currentTarget).get('q');
    void navigate({ to: '/search', search: { q: typeof typed === 'string' ? typed.trim() : '' } });
  }

  return (
    <search>
      <form ref={form} action={fileUrl('/search')} className={styles.form} onSubmit={submit}>
        <SearchInput
          key={q}
          name="q"
          label="Search films, people, characters"
          placeholder="Films, people, characters"
          defaultValue={q}
          maxLength={200}
          aria-keyshortcuts="/"
        />
        <span className={styles.key} aria-hidden="true">
          /
        </span>
      </form>
    </search>
  );
}

function useSlashKey(form: React.RefObject<HTMLFormElement | null>): void {
  useEffect(() => {
    function focus(event: KeyboardEvent) {
      if (event.key !== '/' || event.ctrlKey || event.metaKey || event.altKey) return;
      if (event.target instanceof Element && event.target.closest(typing)) return;
      event.preventDefault();
      form.current?.querySelector('input')?.select();
    }
    document.addEventListener('keydown', focus);
    return () => document.removeEventListener('keydown', focus);
  }, [form]);
}
