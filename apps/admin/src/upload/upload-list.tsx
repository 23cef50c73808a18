import { Button } from '@cinematheque/ui/button';
import { CircleAlert, ImageOff } from 'lucide-react';
import { List } from '../list.tsx';
import { sizeOf } from './size.ts';
import styles from './upload.module.css';
import type { Upload, Uploads } from './use-uploads.ts';

/** What is on its way, what was refused and why, and what the library has already. */
export function UploadList({ uploads, ...actions }: Uploads) {
  return (
    <List className={styles.uploads} aria-label="Uploads">
      {uploads.map((upload) => (
        <li key={upload.key} className={styles.upload}>
          {upload.state.is === 'refused' && !upload.state.again ? (
            <ImageOff className={styles.preview} aria-hidden="true" />
          ) : (
            <img className={styles.preview} src={upload.preview} alt="" />
          )}
          <div className={styles.facts}>
            <p className={styles.name}>
              {upload.file.name} <span className={styles.size}>{sizeOf(upload.file.size)}</span>
            </p>
            <State upload={upload} {...actions} />
          </div>
        </li>
      ))}
    </List>
  );
}

function State({ upload, start, drop, take }: { upload: Upload } & Omit<Uploads, 'uploads' | 'add'>) {
  const { state, file } = upload;
  if (state.is === 'refused') {
    return (
      <>
        <p className={styles.reason} role="alert">
          <CircleAlert size={16} aria-hidden="true" />
          {state.reason}
        </p>
        <div className={styles.actions}>
          {state.again && (
            <Button size="small" onClick={() => start(upload)}>
              Try again
            </Button>
          )}
          <Button size="small" variant="quiet" onClick={() => drop(upload)}>
            Dismiss
          </Button>
        </div>
      </>
    );
  }
  if (state.is === 'known') {
    return (
      <>
        <p role="status">This very picture is in the library already:</p>
        <div className={styles.actions}>
          {state.files.slice(0, 3).map((known) => (
            <Button key={known.id} size="small" onClick={() => take(upload, known)}>
              Use {known.fileName}
            </Button>
          ))}
          <Button size="small" variant="quiet" onClick={() => start(upload)}>
            Upload it again
          </Button>
          <Button size="small" variant="quiet" onClick={() => drop(upload)}>
            Dismiss
          </Button>
        </div>
      </>
    );
  }
  const progress = state.is === 'sending' ? state.progress : 0;
  return (
    <div className={styles.actions}>
      <progress className={styles.progress} value={progress} aria-label={`Uploading ${file.name}`} />
      <Button size="small" variant="quiet" onClick={() => drop(upload)}>
        Cancel
      </Button>
    </div>
  );
}
