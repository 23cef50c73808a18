import { Button } from '@cinematheque/ui/button';
import { announce } from '../announce.tsx';
import type { Form } from '../resource/form/use-form.ts';
import styles from './cast.module.css';
import { moved, newLine, readLines } from './cast-lines.ts';
import { CastRow } from './cast-row.tsx';

/** The cast in billing order. */
export function CastGrid({ form }: { form: Form }) {
  const lines = readLines(form.values.cast);
  const set = (next: typeof lines) => form.set('cast', next);
  return (
    <section className={styles.cast} aria-labelledby="cast-heading">
      <h2 id="cast-heading" className={styles.heading}>
        Cast
      </h2>
      <p className={styles.hint}>In billing order. Alt with an arrow key moves a row.</p>
      <ol className={styles.rows}>
        {lines.map((line, place) => (
          <CastRow
            key={line.key}
            line={line}
            place={place}
            count={lines.length}
            errors={form.errors}
            onChange={(changed) => set(lines.map((other) => (other.key === line.key ? changed : other)))}
            onMove={(to) => {
              if (to < 0 || to >= lines.length) return;
              set(moved(lines, place, to));
              announce(`Row ${place + 1} of ${lines.length} moved to ${to + 1}`);
            }}
            onRemove={() => set(lines.filter(({ key }) => key !== line.key))}
          />
        ))}
      </ol>
      <Button onClick={() => set([...lines, newLine()])}>Add to the cast</Button>
    </section>
  );
}
