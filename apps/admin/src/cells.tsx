import type { Image } from '@cinematheque/shared/refs';
import { Avatar } from '@cinematheque/ui/avatar';
import type { ReactNode } from 'react';
import { pictureAt } from './base-path.ts';
import styles from './cells.module.css';

/** A record's picture before its name. */
export function Pictured({ picture, children }: { picture: ReactNode; children: ReactNode }) {
  return (
    <span className={styles.cell}>
      <span className={styles.picture}>{picture}</span>
      <span>{children}</span>
    </span>
  );
}

/** Somebody's portrait, as large as its place. */
export function Portrait({ name, photo }: { name: string; photo: Image | null }) {
  return <Avatar size="fill" sizes="11rem" name={name} portrait={pictureAt(photo, 'portrait')} />;
}

/** Somebody by name, with a portrait or initials. */
export function Somebody({ name, photo }: { name: string; photo: Image | null }) {
  return (
    <Pictured picture={<Avatar size="small" name={name} portrait={pictureAt(photo, 'portrait')} />}>
      {name}
    </Pictured>
  );
}
