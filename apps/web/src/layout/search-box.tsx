import { SearchInput } from '@cinematheque/ui/search-input';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { lazy, type SubmitEvent, Suspense, useEffect, useId, useRef, useState } from 'react';
import { useFileUrl } from '../links.ts';
import { firstOf } from '../search-params.ts';
import styles from './search-box.module.css';

const Suggestions = lazy(async () => ({ default: (await import('../search/suggestions.tsx')).Suggestions }));

/** The one search box. The key "/" leads here; without JavaScript it is a form like any other. */
export function SearchBox() {
  const fileUrl = useFileUrl();
  const navigate = useNavigate();
  const list = useId();
  const form = useRef<HTMLFormElement>(null);
  // There once somebody wants it: no page loads it on its own.
  const [input, setInput] = useState<HTMLInputElement>();
  // Who went there before this code came is there already.
  useEffect(() => {
    const { activeElement } = document;
    if (activeElement instanceof HTMLInputElement && form.current?.contains(activeElement))
      setInput(activeElement);
  }, []);
  const q = useSearch({ strict: false, select: (search) => firstOf(search.q) ?? '' });

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
          role="combobox"
          aria-expanded="false"
          aria-controls={list}
          aria-autocomplete="list"
          aria-keyshortcuts="/"
          data-search-box
          onFocus={(event) => setInput(event.currentTarget)}
        />
        <span className={styles.key} aria-hidden="true">
          /
        </span>
        {input?.isConnected && (
          <Suspense>
            <Suggestions input={input} id={list} />
          </Suspense>
        )}
      </form>
    </search>
  );
}
