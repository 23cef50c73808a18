import { fileInput } from '@cinematheque/shared/file';
import { useQueryClient } from '@tanstack/react-query';
import { Images } from 'lucide-react';
import { fromRoot } from '../base-path.ts';
import styles from '../cells.module.css';
import { Pictured } from '../cells.tsx';
import { defineUploads } from '../resource/define.tsx';
import { UploadButton } from '../resource/widgets/upload.tsx';
import { trpc } from '../trpc.ts';

function AddFiles() {
  const queryClient = useQueryClient();
  return (
    <UploadButton
      label="Upload pictures"
      multiple
      variant="primary"
      onUploaded={() => void queryClient.invalidateQueries({ queryKey: ['files'] })}
    />
  );
}

export const files = defineUploads({
  name: 'files',
  label: 'Files',
  one: 'file',
  group: 'Library',
  icon: Images,
  api: trpc.admin.files,
  Add: AddFiles,
  input: fileInput,
  title: (file) => file.fileName,
  sorts: ['createdAt'],
  columns: [
    {
      name: 'fileName',
      header: 'File',
      cell: ({ url, fileName }) => (
        <Pictured picture={<img className={styles.file} src={fromRoot(url)} alt="" loading="lazy" />}>
          {fileName}
        </Pictured>
      ),
    },
    { name: 'size', header: 'Pixels', cell: (file) => `${file.width} × ${file.height}`, numeric: true },
    { name: 'uses', header: 'Used', cell: (file) => file.uses, numeric: true, unit: 'uses' },
  ],
  form: (f) => [
    f.text('fileName'),
    f.text('sourceUrl', { type: 'url', label: 'Source', hint: 'Where the picture came from' }),
  ],
});
