import { movieInput } from '@cinematheque/shared/movie';
import type { Field } from '../resource/fields.ts';
import FieldRows from '../resource/form/field-rows.tsx';
import type { Form } from '../resource/form/use-form.ts';
import { CastGrid } from './cast-grid.tsx';
import styles from './movie.module.css';
import { PosterField } from './poster-field.tsx';

export interface MovieFieldsProps {
  fields: Field[];
  poster: Field;
  form: Form;
}

/** What is typed into the form of a film, with its poster beside it, and its cast below. */
export default function MovieFields({ fields, poster, form }: MovieFieldsProps) {
  return (
    <div className={styles.movie}>
      <div className={styles.facts}>
        <FieldRows fields={fields} form={form} shape={movieInput.shape} />
        <PosterField form={form} field={poster} />
      </div>
      <CastGrid form={form} />
    </div>
  );
}
