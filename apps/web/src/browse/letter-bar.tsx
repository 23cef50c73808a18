import type { Letters } from '@cinematheque/shared/letters';
import type { LinkSlot } from '@cinematheque/ui/link-slot';
import { VisuallyHidden } from '@cinematheque/ui/visually-hidden';
import { List } from '../components/list.tsx';
import { countOf } from '../format.ts';
import styles from './letter-bar.module.css';

export interface LetterBarProps {
  letters: Letters['items'];
  /** What is counted: "film". */
  noun: string;
  /** To the list from a letter on. */
  link: (cursor: string) => LinkSlot;
  /** The place that the list begins at. */
  after: string | undefined;
}

/** A to Z in a list by name. A letter that nothing begins with stays, and leads nowhere. */
export function LetterBar({ letters, noun, link, after }: LetterBarProps) {
  if (!letters.some(({ count }) => count > 0)) return null;
  return (
    <nav aria-label="A to Z" className={styles.bar}>
      <List className={styles.letters}>
        {letters.map(({ letter, count, cursor }) => {
          const text = (
            <>
              {letter}
              <VisuallyHidden>, {countOf(count, noun)}</VisuallyHidden>
            </>
          );
          const here = cursor === after ? ` ${styles.here}` : '';
          return (
            <li key={letter} title={countOf(count, noun)}>
              {count > 0 ? (
                link(cursor)({ className: `${styles.letter}${here}`, children: text })
              ) : (
                <span className={`${styles.letter} ${styles.none}`}>{text}</span>
              )}
            </li>
          );
        })}
      </List>
    </nav>
  );
}
