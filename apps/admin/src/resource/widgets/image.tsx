import { pictureFields } from '@cinematheque/shared/file';
import { Button } from '@cinematheque/ui/button';
import { Crop } from 'lucide-react';
import { useState } from 'react';
import { DropZone } from '../../upload/drop-zone.tsx';
import { UploadList } from '../../upload/upload-list.tsx';
import { useUploads } from '../../upload/use-uploads.ts';
import { CropFile } from './crop-file.tsx';
import { LibraryPicker } from './library-picker.tsx';
import { Picture } from './picture.tsx';
import { numberOf, type WidgetProps } from './widget.ts';
import styles from './widgets.module.css';

/** One picture of the library: sent or chosen here, shown, cropped, taken away. */
export function ImageWidget({ control, value, onChange, name }: WidgetProps & { name: string }) {
  const id = numberOf(value);
  const [cropping, setCropping] = useState(false);
  const place = pictureFields.find((field) => field === name);
  const uploads = useUploads({
    onUploaded: (file) => onChange(file.id),
    // A file is the picture of one record at most.
    offers: ({ taken }) => !place || !taken.includes(place),
  });
  return (
    <div className={styles.imageField}>
      <DropZone
        id={control.id}
        describedBy={control['aria-describedby']}
        label={id === null ? 'Upload a picture' : 'Replace'}
        onFiles={uploads.add}
        actions={
          id !== null && (
            <>
              <Button variant="quiet" onClick={() => setCropping(true)}>
                <Crop size={16} aria-hidden="true" />
                Crop
              </Button>
              <Button variant="quiet" onClick={() => onChange(null)}>
                Remove
              </Button>
            </>
          )
        }
      >
        {id !== null && <Picture id={id} />}
        <UploadList {...uploads} />
      </DropZone>
      <LibraryPicker onChosen={onChange} />
      {cropping && id !== null && <CropFile id={id} onClose={() => setCropping(false)} />}
    </div>
  );
}
