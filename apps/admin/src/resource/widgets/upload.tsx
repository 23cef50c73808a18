import { imageTypes, type UploadedFile } from '@cinematheque/shared/file';
import { Button } from '@cinematheque/ui/button';
import { Notice } from '@cinematheque/ui/notice';
import { Upload } from 'lucide-react';
import { useRef, useState } from 'react';
import { announce } from '../../announce.tsx';
import { uploadPicture } from '../../upload.ts';
import styles from './widgets.module.css';

export interface UploadProps {
  label: string;
  onUploaded: (files: UploadedFile[]) => void;
  /** Several pictures may be chosen at once. */
  multiple?: boolean;
  variant?: 'primary' | 'secondary';
}

/** A button that sends pictures to the library, with progress and a reason when one is refused. */
export function UploadButton({ label, onUploaded, multiple, variant }: UploadProps) {
  const input = useRef<HTMLInputElement>(null);
  const [progress, setProgress] = useState<number | null>(null);
  const [refused, setRefused] = useState<string[]>([]);

  async function send(files: File[]) {
    setRefused([]);
    const done: UploadedFile[] = [];
    for (const [index, file] of files.entries()) {
      setProgress(index / files.length);
      try {
        const uploaded = await uploadPicture(file, (part) => setProgress((index + part) / files.length));
        done.push(uploaded);
        announce(`Uploaded ${uploaded.fileName}`);
      } catch (error) {
        const reason = error instanceof Error ? error.message : 'The upload failed.';
        setRefused((before) => [...before, `${file.name}: ${reason}`]);
      }
    }
    setProgress(null);
    if (done.length) onUploaded(done);
  }

  return (
    <div className={styles.upload}>
      <Button variant={variant} busy={progress !== null} onClick={() => input.current?.click()}>
        <Upload size={16} aria-hidden="true" />
        {label}
      </Button>
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
          void send(files);
        }}
      />
      {progress !== null && <progress className={styles.progress} value={progress} aria-label="Uploading" />}
      {refused.length > 0 && (
        <Notice tone="danger" announce>
          {refused.map((line) => (
            <p key={line}>{line}</p>
          ))}
        </Notice>
      )}
    </div>
  );
}
