import { MAX_PAGE } from '@cinematheque/shared/resource';
import { Button } from '@cinematheque/ui/button';
import { Notice } from '@cinematheque/ui/notice';
import { Plus } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { announce } from '../announce.tsx';
import { List } from '../list.tsx';
import type { Form } from '../resource/form/use-form.ts';
import { moved } from '../resource/moved.ts';
import { useChosen } from '../resource/options.ts';
import { Sortable } from '../resource/sortable.tsx';
import { useShortcuts } from '../shortcuts/use-shortcuts.ts';
import styles from './cast.module.css';
import { type CastLine, newLine, readLines } from './cast-lines.ts';
import { CastRow } from './cast-row.tsx';

/** The cast in billing order. */
export function CastGrid({ form }: { form: Form }) {
  const lines = readLines(form.values.cast);
  const known = useChosen(
    'persons',
    lines
      .flatMap(({ person }) => person?.id ?? [])
      .slice(0, MAX_PAGE)
      .sort(),
  );
  const [added, setAdded] = useState<CastLine | null>(null);
  const add = useRef<HTMLButtonElement>(null);
  const set = (next: CastLine[]) => form.set('cast', next);

  useShortcuts([
    { keys: 'Alt+↑', label: 'Move the row of the cast up', group: 'Form' },
    { keys: 'Alt+↓', label: 'Move the row of the cast down', group: 'Form' },
    { keys: 'Enter', label: 'On to the next row of the cast', group: 'Form' },
  ]);

  // Whoever adds a row goes on with its person.
  useEffect(() => {
    const place = lines.findIndex(({ key }) => key === added?.key);
    if (place >= 0) focusPerson(place);
  }, [added]);

  function move(from: number, to: number) {
    if (to < 0 || to >= lines.length) return;
    set(moved(lines, from, to));
    announce(`Row ${from + 1} of ${lines.length} moved to ${to + 1}`);
  }

  const focusPerson = (place: number) =>
    document.getElementById(form.controlId(`cast.${place}.personId`))?.focus();

  function addRow() {
    const line = newLine(lines.length);
    set([...lines, line]);
    setAdded(line);
  }

  const focusOrAdd = (place: number) => (place < lines.length ? focusPerson(place) : addRow());

  function remove(line: CastLine) {
    set(lines.filter(({ key }) => key !== line.key));
    add.current?.focus();
    announce(`Removed ${line.person?.label ?? 'a row'} from the cast`);
  }

  return (
    <section className={styles.cast} aria-labelledby="cast-heading">
      <h2 id="cast-heading" className={styles.heading}>
        Cast
      </h2>
      <p className={styles.hint}>
        In billing order. Drag a row, type its number, or press Alt with ↑ or ↓ in it. Enter goes on with the
        next row.
      </p>
      {form.errors.cast && <Notice tone="danger">{form.errors.cast}</Notice>}
      {lines.length > 0 && (
        <div className={styles.names} aria-hidden="true">
          <span>Place</span>
          <span>Person</span>
          <span>Character</span>
          <span>Role</span>
          <span>Description</span>
        </div>
      )}
      <Sortable onMove={move}>
        <List className={styles.rows} aria-label="Cast in billing order">
          {lines.map((line, place) => (
            <CastRow
              key={line.key}
              line={line}
              hint={known.find(({ id }) => id === line.person?.id)?.hint ?? null}
              place={place}
              count={lines.length}
              form={form}
              onChange={(changed) => set(lines.with(place, changed))}
              onMove={(to) => move(place, to)}
              onRemove={() => remove(line)}
              onNext={() => focusOrAdd(place + 1)}
            />
          ))}
        </List>
      </Sortable>
      <Button ref={add} id={form.controlId('cast')} className={styles.add} onClick={addRow}>
        <Plus size={16} aria-hidden="true" />
        Add to the cast
      </Button>
    </section>
  );
}
