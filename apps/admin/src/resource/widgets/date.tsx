import { precision } from '@cinematheque/shared/text';
import { TextInput } from '@cinematheque/ui/text-input';
import { useState } from 'react';
import { readDate, writeDate } from '../partial-date.ts';
import { textOf, type WidgetProps } from './widget.ts';

/** A day typed freely, as exactly as it is known. Its precision goes into a field of its own. */
export function DateWidget({
  form,
  control,
  value,
  onChange,
  precisionName,
}: WidgetProps & { precisionName: string }) {
  const known = precision.safeParse(form.values[precisionName]);
  const written = writeDate(textOf(value), known.data ?? 'day');
  const [typed, setTyped] = useState<string | null>(null);
  // What was typed holds while it means what the form holds; a save or a reset brings the form's own writing.
  const read = typed === null ? null : readDate(typed);
  const holds = read ? writeDate(read.date, read.precision) === written : typed === textOf(value);

  function type(text: string) {
    setTyped(text);
    const date = readDate(text);
    onChange(date?.date ?? text);
    form.set(precisionName, date?.precision ?? form.values[precisionName]);
  }

  return (
    <TextInput
      {...control}
      placeholder="1937, 1937-05 or 1937-05-03"
      autoComplete="off"
      value={typed !== null && holds ? typed : written}
      onChange={(event) => type(event.target.value)}
    />
  );
}
