import { yearOf } from '@cinematheque/shared/names';
import { Poster } from '@cinematheque/ui/poster';
import { pictureAt } from '../base-path.ts';
import type { Field } from '../resource/fields.ts';
import { FieldRow } from '../resource/form/field-row.tsx';
import type { Form } from '../resource/form/use-form.ts';
import { useChosen } from '../resource/options.ts';
import { useFile } from '../resource/widgets/picture.tsx';
import { numberOf, numbersOf, textOf } from '../resource/widgets/widget.ts';
import styles from './movie.module.css';

/** The poster as the site will show it: the uploaded picture, or the drawn one, which follows what is typed. */
export function PosterField({ form, field }: { form: Form; field: Field }) {
  const { title, releaseDate, genreIds, directorId, posterFileId } = form.values;
  const genres = useChosen('genres', numbersOf(genreIds));
  const director = numberOf(directorId);
  const [by] = useChosen('directors', director === null ? [] : [director]);
  const file = useFile(numberOf(posterFileId));
  const year = yearOf(textOf(releaseDate));
  return (
    <div className={styles.poster}>
      <Poster
        film={{
          id: 0,
          title: textOf(title).trim() || 'Untitled',
          year: Number.isInteger(year) ? year : null,
          genres: genres.map(({ label }) => label),
          director: by?.label,
        }}
        picture={pictureAt(file?.picture, 'poster')}
        sizes="16rem"
        alt="The poster"
      />
      <FieldRow field={field} form={form} />
    </div>
  );
}
