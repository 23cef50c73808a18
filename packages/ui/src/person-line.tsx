import type { ReactNode } from 'react';
import { Avatar, type AvatarProps } from './avatar.tsx';
import type { LinkSlot } from './link-slot.ts';
import styles from './person-line.module.css';
import type { PictureSource } from './picture.tsx';
import { formatYears } from './years.ts';

/** Enough of a person to tell him from another of the same name. */
export interface PersonSummary {
  name: string;
  portrait?: PictureSource | null;
  born: number | null;
  died: number | null;
  /** Titles, best known first. */
  knownFor: readonly string[];
}

export interface PersonLineProps {
  person: PersonSummary;
  link?: LinkSlot;
  /** The part that he plays here, or what he did: "as Pépé le Moko". */
  role?: ReactNode;
  size?: AvatarProps['size'];
  /** Stands at the end of the line: a count, a button. */
  aside?: ReactNode;
}

/** A person in a list: portrait or initials, name, years, what he is known for. Never a bare name. */
export function PersonLine({ person, link, role, size, aside }: PersonLineProps) {
  const years = formatYears(person.born, person.died);
  const knownFor = person.knownFor.slice(0, 3).join(', ');
  return (
    <div className={styles.line}>
      <Avatar name={person.name} portrait={person.portrait} size={size} />
      <div className={styles.text}>
        <p className={styles.name}>
          {link ? link({ className: styles.link ?? '', children: person.name }) : person.name}
          {years && <span className={styles.years}> {years}</span>}
        </p>
        {role && <p className={styles.role}>{role}</p>}
        {knownFor && <p className={styles.known}>Known for {knownFor}</p>}
        {!years && !knownFor && !aside && <p className={styles.known}>Years not recorded</p>}
      </div>
      {aside && <div className={styles.aside}>{aside}</div>}
    </div>
  );
}
