import type { RouterOutputs } from '@cinematheque/client';
import type { FileInput } from '@cinematheque/shared/file';
import { later } from '../later.ts';
import { fieldsOf, labelsOf, namesOf } from '../resource/fields.ts';
import { pick } from '../resource/form/values.ts';
import type { CustomForm } from '../resource/resource.ts';

type Item = RouterOutputs['admin']['files']['get']['item'];

const FileFields = later(() => import('./file-fields.tsx'));

const f = fieldsOf<FileInput>();
const fields = [
  f.text('fileName'),
  f.text('sourceUrl', { type: 'url', label: 'Source', hint: 'Where the picture came from' }),
];
const names = [...fields.flatMap(namesOf), 'crop', 'focalPoint'];

/** The form of a file: what is said of it, and beside it the picture with who shows it. */
export const fileForm: CustomForm<Item> = {
  component: ({ form }) => <FileFields fields={fields} form={form} />,
  labels: { ...labelsOf(fields), crop: 'Crop', focalPoint: 'Focal point' },
  // The rest of the file is shown, and not sent back.
  read: (item) => ({ ...pick(item ? { ...item } : {}, names), file: item }),
  write: (values) => pick(values, names),
};
