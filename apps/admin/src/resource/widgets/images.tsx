import type { AdditionalImage } from '@cinematheque/shared/person';
import { IconButton } from '@cinematheque/ui/icon-button';
import { TextInput } from '@cinematheque/ui/text-input';
import { ArrowDown, ArrowUp, Trash2 } from 'lucide-react';
import { z } from 'zod';
import { List } from '../../list.tsx';
import { moved } from '../moved.ts';
import { Picture } from './picture.tsx';
import { UploadButton } from './upload.tsx';
import type { WidgetProps } from './widget.ts';
import styles from './widgets.module.css';

// Not the input's own schema: it trims, and would take each blank away as it is typed.
const shown = z.array(z.object({ fileId: z.number(), caption: z.string().nullable() }));
const imagesOf = (value: unknown): AdditionalImage[] => shown.safeParse(value).data ?? [];

/** Several pictures in order, each with a caption. */
export function ImagesWidget({ control, value, onChange }: WidgetProps) {
  const images = imagesOf(value);
  const change = (index: number, caption: string) =>
    onChange(images.map((image, at) => (at === index ? { ...image, caption: caption || null } : image)));
  return (
    <div className={styles.imageField} id={control.id} tabIndex={-1} role="group" aria-label="Pictures">
      <List className={styles.images}>
        {images.map(({ fileId, caption }, index) => (
          <li key={fileId} className={styles.imageLine}>
            <Picture id={fileId} />
            <TextInput
              aria-label={`Caption of picture ${index + 1}`}
              placeholder="Caption"
              value={caption ?? ''}
              onChange={(event) => change(index, event.target.value)}
            />
            <div className={styles.row}>
              <IconButton
                label={`Move picture ${index + 1} up`}
                disabled={index === 0}
                onClick={() => onChange(moved(images, index, index - 1))}
              >
                <ArrowUp />
              </IconButton>
              <IconButton
                label={`Move picture ${index + 1} down`}
                disabled={index === images.length - 1}
                onClick={() => onChange(moved(images, index, index + 1))}
              >
                <ArrowDown />
              </IconButton>
              <IconButton
                label={`Remove picture ${index + 1}`}
                onClick={() => onChange(images.filter((_, at) => at !== index))}
              >
                <Trash2 />
              </IconButton>
            </div>
          </li>
        ))}
      </List>
      <UploadButton
        label="Upload pictures"
        multiple
        onUploaded={(files) =>
          onChange([...images, ...files.map(({ id }) => ({ fileId: id, caption: null }))])
        }
      />
    </div>
  );
}
