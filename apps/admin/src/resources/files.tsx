import { fileBulk, fileInput, fileListFields } from '@cinematheque/shared/file';
import { pictureFor } from '@cinematheque/shared/picture';
import { Picture } from '@cinematheque/ui/picture';
import { Images } from 'lucide-react';
import { basePath } from '../base-path.ts';
import styles from '../cells.module.css';
import { Pictured } from '../cells.tsx';
import { later } from '../later.ts';
import { fileForm } from '../library/file-form.tsx';
import { defineUploads } from '../resource/define.tsx';
import { bulkSet } from '../resource/list/bulk/bulk-action.ts';
import { trpc } from '../trpc.ts';

export const files = defineUploads({
  name: 'files',
  label: 'Files',
  one: 'file',
  group: 'Library',
  icon: Images,
  api: trpc.admin.files,
  Add: later(() => import('../library/add-files.tsx')),
  input: fileInput,
  title: (file) => file.fileName,
  sorts: ['fileName', 'bytes', 'createdAt'],
  fields: fileListFields,
  columns: [
    {
      name: 'fileName',
      header: 'File',
      cell: ({ picture, fileName }) => (
        <Pictured
          picture={
            <span className={styles.file}>
              <Picture fill source={pictureFor(picture, 'square', basePath)} sizes="2rem" alt="" />
            </span>
          }
        >
          {fileName}
        </Pictured>
      ),
    },
    { name: 'size', header: 'Pixels', cell: (file) => `${file.width} × ${file.height}`, numeric: true },
    {
      name: 'bytes',
      header: 'Size',
      cell: (file) => `${Math.ceil(file.bytes / 1024).toLocaleString('en-US')} KB`,
      numeric: true,
    },
    {
      name: 'sourceUrl',
      header: 'Source',
      cell: (file) => file.sourceUrl,
      hidden: true,
      edit: (f) => f.text('sourceUrl', { type: 'url', label: 'Source' }),
    },
    { name: 'uses', header: 'Used', cell: (file) => file.uses, numeric: true, unit: ['use', 'uses'] },
  ],
  form: fileForm,
  picture: ({ picture }) => (
    <Picture fill source={pictureFor(picture, 'square', basePath)} sizes="11rem" alt="" />
  ),
  bulk: bulkSet(trpc.admin.files, fileBulk, (f) => [f.text('sourceUrl', { type: 'url', label: 'Source' })]),
});
