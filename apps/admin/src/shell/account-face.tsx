import type { Me } from '@cinematheque/shared/user';
import { Avatar } from '@cinematheque/ui/avatar';
import type { ComponentProps } from 'react';
import { pictureAt } from '../base-path.ts';
import styles from './account-menu.module.css';

/** The button with the picture of whoever is signed in. */
export function AccountFace({ me, ...button }: { me: Me } & ComponentProps<'button'>) {
  return (
    <button type="button" {...button} className={styles.trigger} aria-label={`Account of ${me.username}`}>
      <Avatar size="small" name={me.username} portrait={pictureAt(me.avatar, 'portrait')} />
    </button>
  );
}
