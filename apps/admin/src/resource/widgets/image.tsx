import { Button } from '@cinematheque/ui/button';
import { Picture } from './picture.tsx';
import { UploadButton } from './upload.tsx';
import { numberOf, type WidgetProps } from './widget.ts';
import styles from './widgets.module.css';

/** One picture of the library: uploaded here, shown, taken away. */
export function ImageWidget({ control, value, onChange }: WidgetProps) {
  const id = numberOf(value);
  return (
    <div className={styles.imageField} id={control.id} tabIndex={-1} role="group" aria-label="Picture">
      {id !== null && <Picture id={id} />}
      <div className={styles.row}>
        <UploadButton
          label={id === null ? 'Upload a picture' : 'Replace'}
          onUploaded={([file]) => file && onChange(file.id)}
        />
        {id !== null && (
          <Button variant="quiet" onClick={() => onChange(null)}>
            Remove
          </Button>
        )}
      </div>
    </div>
  );
}
