import { type CatalogError, errorOf } from '@cinematheque/client';
import { Button, type ButtonProps } from '@cinematheque/ui/button';
import { Notice } from '@cinematheque/ui/notice';
import { useHydrated } from '@tanstack/react-router';
import { type ReactNode, type SubmitEvent, useRef, useState } from 'react';
import styles from './account-form.module.css';

export interface AccountFormProps {
  submitLabel: string;
  /** Sends what was typed; what it throws is shown. */
  onSubmit: (values: Record<string, string>) => Promise<void>;
  /** How the button looks; the one thing to do on its page unless said otherwise. */
  variant?: ButtonProps['variant'];
  /** Empties the fields once it is done, as passwords should be. */
  resets?: boolean;
  /** The fields, each with the message for it. */
  children: (errors: CatalogError['fields']) => ReactNode;
}

/** A form about an account: errors stand beside the fields that they are about, all others above. */
export function AccountForm({
  submitLabel,
  onSubmit,
  variant = 'primary',
  resets,
  children,
}: AccountFormProps) {
  const form = useRef<HTMLFormElement>(null);
  const [error, setError] = useState<CatalogError | null>(null);
  const [busy, setBusy] = useState(false);
  // Until the script is there, a press would send the password to nowhere.
  const ready = useHydrated();

  async function submit(event: SubmitEvent<HTMLFormElement>) {
    event.preventDefault();
    const data = new FormData(event.currentTarget);
    setBusy(true);
    setError(null);
    try {
      await onSubmit(Object.fromEntries([...data].map(([name, value]) => [name, String(value)])));
      if (resets) form.current?.reset();
    } catch (thrown) {
      const failure = errorOf(thrown);
      setError(failure);
      const [first] = Object.keys(failure.fields);
      form.current?.querySelector<HTMLInputElement>(`[name="${first}"]`)?.focus();
    } finally {
      setBusy(false);
    }
  }

  const fields = error?.fields ?? {};
  return (
    <form ref={form} method="post" className={styles.form} onSubmit={submit} noValidate>
      {error && Object.keys(fields).length === 0 && (
        <Notice tone="danger" announce>
          {error.message}
        </Notice>
      )}
      {children(fields)}
      <noscript>
        <Notice tone="warning">This form needs JavaScript. Everything else here works without it.</Notice>
      </noscript>
      <Button type="submit" variant={variant} busy={busy} disabled={!ready}>
        {submitLabel}
      </Button>
    </form>
  );
}
