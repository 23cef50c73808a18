import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { DropZone, filesOf } from '../upload/drop-zone.tsx';
import { UploadList } from '../upload/upload-list.tsx';
import { useUploads } from '../upload/use-uploads.ts';
import styles from './library.module.css';
import { UnusedFiles } from './unused.tsx';

/** Where pictures come into the library: by choice, by drop, and by paste anywhere on its page. */
export default function AddFiles() {
  const queryClient = useQueryClient();
  const uploads = useUploads({
    library: true,
    onUploaded: () => void queryClient.invalidateQueries({ queryKey: ['files'] }),
  });

  useEffect(() => {
    const paste = (event: ClipboardEvent) => {
      const files = filesOf(event.clipboardData);
      if (!files.length || event.defaultPrevented) return;
      event.preventDefault();
      uploads.add(files);
    };
    document.addEventListener('paste', paste);
    return () => document.removeEventListener('paste', paste);
  });

  return (
    <div className={styles.add}>
      <DropZone label="Upload pictures" multiple variant="primary" onFiles={uploads.add}>
        <UploadList {...uploads} />
      </DropZone>
      <UnusedFiles />
    </div>
  );
}
