import { errorOf } from '@cinematheque/client';
import type { BulkPreview } from '@cinematheque/shared/resource';
import { Button } from '@cinematheque/ui/button';
import { Checkbox } from '@cinematheque/ui/checkbox';
import { Field } from '@cinematheque/ui/field';
import { Select } from '@cinematheque/ui/select';
import { skipToken, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { ZodError } from 'zod';
import { announce } from '../../../announce.tsx';
import { Dialog } from '../../../dialog.tsx';
import { namesOf } from '../../fields.ts';
import { Widget } from '../../form/field-row.tsx';
import { pick, type Values } from '../../form/values.ts';
import { useDebounced } from '../../options.ts';
import type { Chosen, ListSource } from '../list-props.ts';
import { oneField } from '../one-field.ts';
import styles from './bulk.module.css';

export interface BulkDialogProps {
  source: ListSource;
  of: Chosen;
  /** How many records that are, in words: "1,243 films". */
  what: string;
  onDone: () => void;
  onClose: () => void;
}

const messageOf = (error: unknown): string =>
  error instanceof ZodError ? (error.issues[0]?.message ?? 'Check the value') : errorOf(error).message;

/** Nothing is counted, and nothing can be sent, before somebody said what to set. */
const isSaid = (values: Values) =>
  Object.values(values).some(
    (value) => value !== '' && value !== undefined && !(Array.isArray(value) && !value.length),
  );

const number = (value: number) => value.toLocaleString('en-US');
const inWords = ({ change, already }: BulkPreview) =>
  `${number(change)} will change, ${number(already)} already ${already === 1 ? 'has' : 'have'} it`;

/** Changes many records at once, after saying how many would. */
export default function BulkDialog({ source, of, what, onDone, onClose }: BulkDialogProps) {
  const queryClient = useQueryClient();
  const [at, setAt] = useState(0);
  const [values, setValues] = useState<Values>({});
  const action = source.bulk[at];
  const settled = useDebounced(values, 300);
  const preview = useQuery({
    queryKey: [source.name, 'bulk', of, at, settled],
    queryFn: action && isSaid(settled) ? () => action.preview(of, settled) : skipToken,
    gcTime: 0,
    retry: false,
  });
  const applying = useMutation({
    mutationFn: async () => action?.apply(of, values),
    onSuccess: async (result) => {
      announce(`${action?.label}: ${number(result?.changed ?? 0)} ${source.label.toLowerCase()} changed`);
      await queryClient.invalidateQueries();
      onDone();
    },
  });
  if (!action || action.field.kind === 'check') return null;
  const { field } = action;
  const fresh = settled === values && !preview.isFetching;
  const problem = applying.error ?? (fresh ? preview.error : null);
  return (
    <Dialog
      title={`Change ${what}`}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button
            variant="primary"
            busy={applying.isPending}
            disabled={!fresh || !preview.data?.change}
            onClick={() => applying.mutate()}
          >
            {fresh && preview.data?.change ? `Change ${number(preview.data.change)}` : 'Change'}
          </Button>
        </>
      }
    >
      <div className={styles.fields}>
        <Field label="What to do">
          {(control) => (
            <Select
              {...control}
              value={at}
              onChange={(event) => {
                setAt(Number(event.target.value));
                setValues({});
                applying.reset();
              }}
            >
              {source.bulk.map(({ label }, index) => (
                <option key={label} value={index}>
                  {label}
                </option>
              ))}
            </Select>
          )}
        </Field>
        <Field label={field.label} hint={field.hint} error={problem ? messageOf(problem) : undefined}>
          {(control) => (
            <Widget
              key={action.label}
              field={field}
              control={control}
              form={oneField(values, control.id, setValues)}
              limit={null}
              value={pick(values, namesOf(field))[field.name]}
              onChange={(value) => setValues((current) => ({ ...current, [field.name]: value }))}
            />
          )}
        </Field>
        {action.empties && (
          <Checkbox
            label="Empty it"
            checked={values[field.name] === null}
            onChange={(event) => setValues(event.target.checked ? { [field.name]: null } : {})}
          />
        )}
        <p className={styles.preview} role="status">
          {fresh && preview.data && inWords(preview.data)}
          {preview.isFetching && 'Counting…'}
        </p>
      </div>
    </Dialog>
  );
}
