import { Field } from '@cinematheque/ui/field';
import { Picker } from '../picker.tsx';

export interface LibraryPickerProps {
  onChosen: (id: number) => void;
}

/** A picture that is there already, by its name. */
export function LibraryPicker({ onChosen }: LibraryPickerProps) {
  return (
    <Field label="Or from the library">
      {(control) => (
        <Picker
          to="files"
          adding
          control={control}
          value={null}
          placeholder="Type a file’s name"
          onChange={(option) => option && onChosen(option.id)}
        />
      )}
    </Field>
  );
}
