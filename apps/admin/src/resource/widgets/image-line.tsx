import { limits } from '@cinematheque/shared/limits';
import type { AdditionalImage } from '@cinematheque/shared/person';
import { Field } from '@cinematheque/ui/field';
import { IconButton } from '@cinematheque/ui/icon-button';
import { TextInput } from '@cinematheque/ui/text-input';
import { ArrowDown, ArrowUp, Crop, GripVertical, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { useSortableEntry } from '../sortable.tsx';
import { Counter } from './counter.tsx';
import { CropFile } from './crop-file.tsx';
import { Picture } from './picture.tsx';
import styles from './widgets.module.css';

export interface ImageLineProps {
  image: AdditionalImage;
  place: number;
  count: number;
  error: string | undefined;
  id: string;
  onCaption: (caption: string | null) => void;
  onMove: (to: number) => void;
  onRemove: () => void;
}

/** One of several pictures: its caption, its place, its crop. */
export function ImageLine({ image, place, count, error, id, onCaption, onMove, onRemove }: ImageLineProps) {
  const { fileId, caption } = image;
  const [cropping, setCropping] = useState(false);
  const { ref, handleRef } = useSortableEntry(fileId, place);
  const which = `picture ${place + 1}`;
  return (
    <li ref={ref} className={styles.imageLine}>
      <span ref={handleRef} className={styles.handle} title="Drag to another place">
        <GripVertical size={18} aria-hidden="true" />
      </span>
      <Picture id={fileId} />
      <Field id={id} label={`Caption of ${which}`} error={error}>
        {(control) => (
          <>
            <TextInput
              {...control}
              value={caption ?? ''}
              onChange={(event) => onCaption(event.target.value || null)}
            />
            <Counter text={caption ?? ''} limit={limits.name} />
          </>
        )}
      </Field>
      <div className={styles.row}>
        <IconButton label={`Move ${which} up`} disabled={place === 0} onClick={() => onMove(place - 1)}>
          <ArrowUp />
        </IconButton>
        <IconButton
          label={`Move ${which} down`}
          disabled={place === count - 1}
          onClick={() => onMove(place + 1)}
        >
          <ArrowDown />
        </IconButton>
        <IconButton label={`Crop ${which}`} onClick={() => setCropping(true)}>
          <Crop />
        </IconButton>
        <IconButton label={`Remove ${which}`} onClick={onRemove}>
          <Trash2 />
        </IconButton>
      </div>
      {cropping && <CropFile id={fileId} onClose={() => setCropping(false)} />}
    </li>
  );
}
