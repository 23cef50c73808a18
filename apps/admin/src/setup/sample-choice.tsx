import type { SetUpInput } from '@cinematheque/shared/settings';
import styles from './setup.module.css';

type Sample = SetUpInput['sample'];

const choices: { value: Sample; label: string; line: string }[] = [
  { value: 'keep', label: 'Keep them', line: 'Something to look at and to try things on.' },
  { value: 'empty', label: 'Start empty', line: 'They go, and the catalog is yours to fill.' },
];

/** What becomes of the films that came along. */
export function SampleChoice({ value, onChange }: { value: Sample; onChange: (value: Sample) => void }) {
  return (
    <fieldset className={styles.sample}>
      <legend className={styles.legend}>The sample films</legend>
      {choices.map((choice) => (
        <label key={choice.value} className={styles.choice}>
          <input
            type="radio"
            name="sample"
            value={choice.value}
            checked={value === choice.value}
            onChange={() => onChange(choice.value)}
          />
          <span className={styles.words}>
            <span>{choice.label}</span>
            <span className={styles.line}>{choice.line}</span>
          </span>
        </label>
      ))}
    </fieldset>
  );
}
