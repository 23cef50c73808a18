import type { CharacterCard } from '@cinematheque/shared/character';
import { fullName } from '@cinematheque/shared/names';
import { Link } from '@tanstack/react-router';
import { List } from '../components/list.tsx';
import { titleAndYear } from '../format.ts';
import { characterLink, movieLink, personLink } from '../links.ts';
import styles from './character-rows.module.css';

/** Characters with the film that they are in and who plays them. */
export function CharacterRows({ characters }: { characters: readonly CharacterCard[] }) {
  return (
    <List className={styles.rows}>
      {characters.map(({ movie, person, ...character }) => (
        <li key={character.id} className={styles.row}>
          <Link {...characterLink(character)} className={styles.name}>
            {character.name}
          </Link>
          <p className={styles.where}>
            <Link {...personLink(person)}>{fullName(person)}</Link> in{' '}
            <Link {...movieLink(movie)}>{titleAndYear(movie)}</Link>
          </p>
        </li>
      ))}
    </List>
  );
}
