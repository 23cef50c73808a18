import { Button } from '@cinematheque/ui/button';
import { useRouter } from '@tanstack/react-router';
import { type ReactNode, type SubmitEvent, useEffect, useRef } from 'react';
import { useFileUrl } from '../links.ts';
import { stringifySearch } from '../search-params.ts';
import styles from './instant-form.module.css';

export interface InstantFormProps {
  /** The page that shows what is chosen, from the router's root. */
  path: string;
  label: string;
  /** Another one makes the fields start anew, as after a step back. */
  state: string;
  children: ReactNode;
}

/** A form of choices: each is applied at once where a script runs, by a button where none does. */
export function InstantForm({ path, label, state, children }: InstantFormProps) {
  const fileUrl = useFileUrl();
  const router = useRouter();
  const form = useRef<HTMLFormElement>(null);
  // A choice that was made before this code was there counts, too.
  useEffect(() => {
    const fields = [...(form.current?.elements ?? [])];
    if (
      fields.some((field) => field instanceof HTMLSelectElement && !field.selectedOptions[0]?.defaultSelected)
    )
      form.current?.requestSubmit();
  }, []);
  // A choice that was called off, by a quick step back, leaves no trace.
  useEffect(() => router.subscribe('onResolved', () => form.current?.reset()), [router]);

  function apply(event: SubmitEvent<HTMLFormElement>) {
    event.preventDefault();
    const data = new FormData(event.currentTarget);
    const names = [...new Set(data.keys())];
    const search = Object.fromEntries(names.map((name) => [name, data.getAll(name).map(String)]));
    void router.navigate({ href: `${path}${stringifySearch(search)}`, resetScroll: false });
  }

  return (
    <form
      key={state}
      ref={form}
      autoComplete="off"
      action={fileUrl(path)}
      className={styles.form}
      onSubmit={apply}
      onChange={(event) => event.currentTarget.requestSubmit()}
      aria-label={label}
    >
      {children}
      <div className={styles.submit}>
        <Button type="submit" variant="primary">
          Show
        </Button>
      </div>
    </form>
  );
}
