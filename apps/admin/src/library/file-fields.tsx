import { fileInput } from '@cinematheque/shared/file';
import type { Field } from '../resource/fields.ts';
import FieldRows from '../resource/form/field-rows.tsx';
import type { Form } from '../resource/form/use-form.ts';
import { FilePanel } from './file-panel.tsx';
import styles from './library.module.css';

/** What is said of a file, and beside it the picture with who shows it. */
export default function FileFields({ fields, form }: { fields: Field[]; form: Form }) {
  return (
    <div className={styles.file}>
      <FieldRows fields={fields} form={form} shape={fileInput.shape} />
      <FilePanel form={form} />
    </div>
  );
}
