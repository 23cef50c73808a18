import { type Field, type Fields, operatorsOf } from '@cinematheque/shared/filter';

/** A value that each kind of field is asked for, which neither all rows have nor none. */
const asked = (field: Field): { op: string; value: unknown } => {
  switch (field.kind) {
    case 'text':
      return { op: 'contains', value: 'an' };
    case 'number':
      return { op: 'atLeast', value: 10 };
    case 'date':
      return { op: 'in', value: '1990' };
    case 'instant':
      return { op: 'from', value: '2020' };
    case 'boolean':
      return { op: 'is', value: true };
    case 'choice':
      return { op: 'any', value: field.choices.slice(0, 1) };
    case 'relation':
    case 'relations':
      return { op: 'any', value: [1] };
    case 'presence':
      return { op: 'notEmpty', value: undefined };
  }
};

/** Every field of a list once with a value, once more as "is empty" where it can be, and a word that is nowhere. */
export const conditionsOf = (fields: Fields): { field: string; op: string; value: unknown }[] =>
  Object.entries(fields).flatMap(([name, field]) => [
    { field: name, ...asked(field) },
    ...(operatorsOf(field).includes('empty') ? [{ field: name, op: 'empty', value: undefined }] : []),
    ...(field.kind === 'text' ? [{ field: name, op: 'contains', value: 'zzqxj' }] : []),
  ]);
