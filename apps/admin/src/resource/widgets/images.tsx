import type { AdditionalImage } from '@cinematheque/shared/person';
import { z } from 'zod';
import { announce } from '../../announce.tsx';
import { List } from '../../list.tsx';
import { DropZone } from '../../upload/drop-zone.tsx';
import { UploadList } from '../../upload/upload-list.tsx';
import { useUploads } from '../../upload/use-uploads.ts';
import { moved } from '../moved.ts';
import { Sortable } from '../sortable.tsx';
import { ImageLine } from './image-line.tsx';
import { LibraryPicker } from './library-picker.tsx';
import type { WidgetProps } from './widget.ts';
import styles from './widgets.module.css';

// Not the input's own schema: it trims, and would take each blank away as it is typed.
const shown = z.array(z.object({ fileId: z.number(), caption: z.string().nullable() }));
const imagesOf = (value: unknown): AdditionalImage[] => shown.safeParse(value).data ?? [];

/** Several pictures in order, each with a caption. */
export function ImagesWidget({ form, control, value, name }: WidgetProps & { name: string }) {
  const images = imagesOf(value);
  // Of what is there by then: several uploads arrive one after the other.
  const change = (edit: (images: AdditionalImage[]) => AdditionalImage[]) =>
    form.change(name, (now) => edit(imagesOf(now)));
  const add = (fileId: number) =>
    change((now) =>
      now.some((image) => image.fileId === fileId) ? now : [...now, { fileId, caption: null }],
    );
  const uploads = useUploads({ onUploaded: (file) => add(file.id) });

  function move(from: number, to: number) {
    if (to < 0 || to >= images.length) return;
    change((now) => moved(now, from, to));
    announce(`Picture ${from + 1} of ${images.length} moved to ${to + 1}`);
  }

  return (
    <div className={styles.imageField}>
      {images.length > 0 && (
        <Sortable onMove={move}>
          <List className={styles.images} aria-label="Pictures, in order">
            {images.map((image, place) => (
              <ImageLine
                key={image.fileId}
                image={image}
                place={place}
                count={images.length}
                error={form.errors[`${name}.${place}.fileId`] ?? form.errors[`${name}.${place}.caption`]}
                id={form.controlId(`${name}.${place}`)}
                onCaption={(caption) => change((now) => now.with(place, { ...image, caption }))}
                onMove={(to) => move(place, to)}
                onRemove={() => change((now) => now.toSpliced(place, 1))}
              />
            ))}
          </List>
        </Sortable>
      )}
      <DropZone
        id={control.id}
        describedBy={control['aria-describedby']}
        label="Upload pictures"
        multiple
        onFiles={uploads.add}
      >
        <UploadList {...uploads} />
      </DropZone>
      <LibraryPicker onChosen={add} />
    </div>
  );
}
