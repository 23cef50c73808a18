import type { Image } from '@cinematheque/shared/refs';
import { Avatar } from '@cinematheque/ui/avatar';
import type { ReactNode } from 'react';
import { PageTitle } from '../components/page-title.tsx';
import { usePicture } from '../links.ts';
import styles from './portrait-page.module.css';

export interface PortraitPageProps {
  name: string;
  photo: Image | null;
  /** What the person does here: "Actor, director". */
  eyebrow: string;
  /** Facts and text beside the portrait. */
  about?: ReactNode;
  children: ReactNode;
}

/** A page about a person: portrait and facts, then the films. */
export function PortraitPage({ name, photo, eyebrow, about, children }: PortraitPageProps) {
  const picture = usePicture();
  return (
    <article className="page">
      <div className={styles.head}>
        <div className={styles.portrait}>
          <Avatar name={name} portrait={picture(photo, 'portrait')} size="fill" priority />
        </div>
        <div className={styles.words}>
          <PageTitle eyebrow={eyebrow}>{name}</PageTitle>
          {about}
        </div>
      </div>
      {children}
    </article>
  );
}
