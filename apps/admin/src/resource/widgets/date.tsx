import { precision } from '@cinematheque/shared/text';
import { TextInput } from '@cinematheque/ui/text-input';
import { useState } from 'react';
import { readDate, sayDate, writeDate } from '../partial-date.ts';
import { textOf, type WidgetProps } from './widget.ts';
import styles from './widgets.module.css';

/** A day typed freely, as exactly as it is known, and said back. Its precision goes into a field of its own. */
export function DateWidget({
  form,
  control,
  value,
  onChange,
  precisionName,
}: WidgetProps & { precisionName: string }) {
  const known = precision.safeParse(form.values[precisionName]).data ?? 'day';
  const written = writeDate(textOf(value), known);
  const [typed, setTyped] = useState<string | null>(null);
  // What was typed holds while it means what the form holds; a save or a reset brings the form's own writing.
  const read = readDate(typed ?? written);
  const holds = read ? writeDate(read.date, read.precision) === written : typed === textOf(value);
  const understood = readDate(written);
  const saidId = `${control.id}-said`;

  function type(text: string) {
    setTyped(text);
    const date = readDate(text);
    onChange(date?.date ?? text);
    form.set(precisionName, date?.precision ?? form.values[precisionName]);
  }

  return (
    <div className={styles.date}>
      <TextInput
        {...control}
        aria-describedby={[control['aria-describedby'], saidId].filter(Boolean).join(' ')}
        placeholder="1937, May 1937 or 3 May 1937"
        autoComplete="off"
        value={typed !== null && holds ? typed : written}
        onChange={(event) => type(event.target.value)}
      />
      <span id={saidId} className={styles.said} aria-live="polite">
        {understood && sayDate(understood)}
      </span>
    </div>
  );
}
