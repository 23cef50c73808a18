import { errorOf } from '@cinematheque/client';
import { type CatalogNameInput, catalogNameInput } from '@cinematheque/shared/system';
import { Button } from '@cinematheque/ui/button';
import { Field } from '@cinematheque/ui/field';
import { Notice } from '@cinematheque/ui/notice';
import { TextInput } from '@cinematheque/ui/text-input';
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { announce } from '../announce.tsx';
import { queryClient } from '../query-client.ts';
import { messagesOf } from '../resource/form/values.ts';
import { trpc } from '../trpc.ts';
import styles from './system.module.css';

/** Names the catalog. */
export function NameForm({ name }: { name: string }) {
  const [wrong, setWrong] = useState<Record<string, string>>({});
  const rename = useMutation({
    mutationFn: (data: CatalogNameInput) => trpc.admin.system.rename.mutate({ data }),
    onError: (error) => setWrong(errorOf(error).fields),
    onSuccess: async ({ item: { catalogName } }) => {
      announce(`The catalog is called “${catalogName}”`);
      await queryClient.invalidateQueries({ queryKey: ['system'] });
    },
  });

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const checked = catalogNameInput.safeParse(Object.fromEntries(new FormData(event.currentTarget)));
    setWrong(checked.success ? {} : messagesOf(checked.error));
    if (checked.success) rename.mutate(checked.data);
  }

  const other = rename.error && !Object.keys(wrong).length ? errorOf(rename.error).message : null;
  return (
    <form className={styles.form} onSubmit={submit} noValidate aria-label="The catalog’s name">
      <Field
        label="Name of the catalog"
        hint="As visitors see it, at the head of every page."
        error={wrong.catalogName}
        required
      >
        {(control) => (
          <TextInput
            {...control}
            name="catalogName"
            defaultValue={name}
            maxLength={60}
            autoComplete="off"
            required
          />
        )}
      </Field>
      <Button type="submit" busy={rename.isPending}>
        Rename
      </Button>
      {other && (
        <Notice tone="danger" announce>
          {other}
        </Notice>
      )}
    </form>
  );
}
