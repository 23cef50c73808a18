import { errorOf } from '@cinematheque/client';
import { type TokenInput, tokenInput } from '@cinematheque/shared/api-token';
import { Button } from '@cinematheque/ui/button';
import { Field } from '@cinematheque/ui/field';
import { Notice } from '@cinematheque/ui/notice';
import { Select } from '@cinematheque/ui/select';
import { TextInput } from '@cinematheque/ui/text-input';
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { queryClient } from '../query-client.ts';
import { messagesOf } from '../resource/form/values.ts';
import { trpc } from '../trpc.ts';
import { NewToken } from './new-token.tsx';
import styles from './tokens.module.css';

/** Makes a token and shows it, once. */
export function TokenForm() {
  const [wrong, setWrong] = useState<Record<string, string>>({});
  const make = useMutation({
    mutationFn: (data: TokenInput) => trpc.admin.tokens.create.mutate({ data }),
    onError: (error) => setWrong(errorOf(error).fields),
    onSuccess: () => queryClient.invalidateQueries({ queryKey: ['tokens'] }),
  });

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const { currentTarget: form } = event;
    const typed = new FormData(form);
    const checked = tokenInput.safeParse({
      name: typed.get('name'),
      scope: typed.get('scope'),
      days: Number(typed.get('days')),
    });
    setWrong(checked.success ? {} : messagesOf(checked.error));
    if (checked.success) make.mutate(checked.data, { onSuccess: () => form.reset() });
  }

  const other = make.error && !Object.keys(wrong).length ? errorOf(make.error).message : null;
  return (
    <form className={styles.form} onSubmit={submit} noValidate aria-label="New token">
      <Field label="Name" hint="What it is for: kiosk" error={wrong.name} required>
        {(control) => <TextInput {...control} name="name" maxLength={100} autoComplete="off" />}
      </Field>
      <Field label="May" error={wrong.scope}>
        {(control) => (
          <Select {...control} name="scope" defaultValue="read">
            <option value="read">read what editors read</option>
            <option value="edit">edit the catalog</option>
          </Select>
        )}
      </Field>
      <Field label="For days" error={wrong.days} required>
        {(control) => (
          <TextInput {...control} name="days" type="number" min={1} max={366} defaultValue="90" />
        )}
      </Field>
      <Button type="submit" variant="primary" busy={make.isPending}>
        Make a token
      </Button>
      {other && (
        <Notice tone="danger" announce>
          {other}
        </Notice>
      )}
      {make.data && <NewToken key={make.data.item.id} name={make.data.item.name} token={make.data.token} />}
    </form>
  );
}
