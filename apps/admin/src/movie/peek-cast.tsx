import type { CastMember } from '@cinematheque/shared/movie';
import { fullName } from '@cinematheque/shared/names';
import { Somebody } from '../cells.tsx';
import { List } from '../list.tsx';
import styles from './peek-cast.module.css';

const SHOWN = 8;

/** The first of a cast, for a look at the film. */
export function PeekCast({ cast }: { cast: CastMember[] }) {
  if (!cast.length) return <p className={styles.none}>Nobody in the cast yet</p>;
  return (
    <section aria-label="Cast">
      <h3 className={styles.title}>Cast</h3>
      <List className={styles.cast}>
        {cast.slice(0, SHOWN).map(({ person, characters }) => (
          <li key={person.id} className={styles.member}>
            <Somebody name={fullName(person)} photo={person.photo} />
            <span className={styles.characters}>{characters.map(({ name }) => name).join(', ')}</span>
          </li>
        ))}
        {cast.length > SHOWN && <li className={styles.characters}>and {cast.length - SHOWN} more</li>}
      </List>
    </section>
  );
}
