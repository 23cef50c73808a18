import type { Option } from '@cinematheque/shared/resource';
import { Avatar } from '@cinematheque/ui/avatar';
import { Plus } from 'lucide-react';
import { pictureAt } from '../base-path.ts';
import styles from './picker.module.css';

/** A record, or the offer to make one of this name. */
export interface Choice extends Option {
  creates?: string;
}

/** The offer stands last, and only where a record of the very name may be another one: as people have namesakes. */
export function withCreation(options: Option[], typed: string): Choice[] {
  const name = typed.trim();
  const taken = options.some(
    ({ label, photo }) => photo === undefined && label.toLowerCase() === name.toLowerCase(),
  );
  if (!name || taken) return options;
  return [...options, { id: 0, label: name, hint: null, creates: name }];
}

/** A portrait, a poster or initials, for kinds that have pictures. */
export function PickerFace({ option: { label, photo } }: { option: Option }) {
  if (photo === undefined) return null;
  return <Avatar size="small" className={styles.face} name={label} portrait={pictureAt(photo, 'portrait')} />;
}

/** One line of a picker's list. */
export function PickerChoice({ choice, one }: { choice: Choice; one: string | undefined }) {
  if (choice.creates) {
    return (
      <>
        <span className={styles.plus}>
          <Plus size={18} aria-hidden="true" />
        </span>
        <span>
          Create the {one} “{choice.creates}”
        </span>
      </>
    );
  }
  return (
    <>
      <PickerFace option={choice} />
      <span className={styles.words}>
        <span className={styles.label}>{choice.label}</span>
        {choice.hint && <span className={styles.hint}>{choice.hint}</span>}
      </span>
    </>
  );
}
