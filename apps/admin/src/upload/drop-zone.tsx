import { imageTypes } from '@cinematheque/shared/file';
import { Button, type ButtonProps } from '@cinematheque/ui/button';
import { Upload } from 'lucide-react';
import { type ClipboardEvent, type DragEvent, type ReactNode, useId, useRef, useState } from 'react';
import styles from './upload.module.css';

export interface DropZoneProps {
  /** The button that opens the file chooser: "Upload a picture". */
  label: string;
  onFiles: (files: File[]) => void;
  multiple?: boolean;
  variant?: ButtonProps['variant'];
  /** Where an error leads. */
  id?: string;
  describedBy?: string | undefined;
  /** Stands above the button: the picture that is there. */
  children?: ReactNode;
  /** Stands beside the button. */
  actions?: ReactNode;
}

/** The pictures of a paste or a drop; whatever else was copied stays what it is. */
export const filesOf = (data: DataTransfer | null): File[] => [...(data?.files ?? [])];

/** Takes pictures by choice, by drop, and by paste while the focus is in it. */
export function DropZone(props: DropZoneProps) {
  const { label, onFiles, multiple = false, variant, id, describedBy, children, actions } = props;
  const input = useRef<HTMLInputElement>(null);
  const [over, setOver] = useState(false);
  const hintId = useId();

  function give(event: ClipboardEvent | DragEvent, data: DataTransfer): void {
    const files = filesOf(data);
    setOver(false);
    if (!files.length) return;
    event.preventDefault();
    onFiles(multiple ? files : files.slice(0, 1));
  }

  return (
    <div
      id={id}
      className={styles.zone}
      tabIndex={-1}
      role="group"
      aria-label={multiple ? 'Pictures' : 'Picture'}
      aria-describedby={describedBy}
      data-over={over}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => give(event, event.dataTransfer)}
      onPaste={(event) => give(event, event.clipboardData)}
    >
      {children}
      <div className={styles.actions}>
        <Button variant={variant} aria-describedby={hintId} onClick={() => input.current?.click()}>
          <Upload size={16} aria-hidden="true" />
          {label}
        </Button>
        {actions}
      </div>
      <p id={hintId} className={styles.hint}>
        or drop {multiple ? 'pictures' : 'one'} here, or paste with Ctrl V
      </p>
      <input
        ref={input}
        hidden
        type="file"
        accept={imageTypes.join(',')}
        multiple={multiple}
        aria-label={label}
        onChange={(event) => {
          const files = [...(event.target.files ?? [])];
          event.target.value = '';
          onFiles(files);
        }}
      />
    </div>
  );
}
