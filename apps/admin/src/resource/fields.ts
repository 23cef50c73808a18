import type { PickableName } from './api.ts';
import { humanize, type Labels } from './humanize.ts';

/** What every field has: the key of the value in the form, and what people read. */
interface FieldBase {
  name: string;
  label: string;
  hint?: string;
}

/** The kinds of field: a closed list, one widget each. Whatever needs more is a component (see FormSpec). */
export type Field = FieldBase &
  (
    | { kind: 'text'; type?: 'email' | 'url' }
    | { kind: 'prose' | 'number' | 'check' | 'password' | 'image' | 'images' }
    | { kind: 'date'; precisionName: string }
    | { kind: 'choice'; choices: Record<string, string> }
    | { kind: 'relation' | 'relations'; to: PickableName }
  );

/** The keys of an input whose values are of one kind. */
type KeysOf<In, Test> = {
  [Key in keyof In]-?: NonNullable<In[Key]> extends Test ? Key : never;
}[keyof In] &
  string;

type TextKey<In> = { [Key in KeysOf<In, string>]: string extends NonNullable<In[Key]> ? Key : never }[KeysOf<
  In,
  string
>];
type ChoiceKey<In> = Exclude<KeysOf<In, string>, TextKey<In>>;
type DateKey<In> = {
  [Key in TextKey<In>]: `${Key}Precision` extends keyof In ? Key : never;
}[TextKey<In>];
type IdKey<In> = KeysOf<In, number> & `${string}Id`;
type ImageKey<In> = IdKey<In> & (`fileId` | `${string}FileId`);
type PasswordKey<In> = TextKey<In> & ('password' | `${string}Password`);

/** "movies" -> "movie", "countries" -> "country": both endings are offered, the keys of the input choose. */
type Singular<Name extends string> =
  | (Name extends `${infer Stem}ies` ? `${Stem}y` : never)
  | (Name extends `${infer Stem}s` ? Stem : never);
type Prefixed<Name extends string> = Name | `${string}${Capitalize<Name>}`;
/** The keys that refer to a resource: `movieId` and `bestMovieId` to movies. */
type RefersTo<Name extends PickableName, End extends string> = `${Prefixed<Singular<Name>>}${End}`;

type Choices<In, Key extends keyof In> = Record<Extract<In[Key], string>, string>;
interface Words {
  label?: string;
  hint?: string;
}

/** Makes the fields of a form. The input's type decides which names each kind takes. */
export function fieldsOf<In>() {
  const base = <Name extends string>(name: Name, { label, hint }: Words) => ({
    name,
    label: label ?? humanize(name),
    hint,
  });
  return {
    text: (
      name: Exclude<TextKey<In>, DateKey<In> | PasswordKey<In>>,
      { type, ...words }: Words & { type?: 'email' | 'url' } = {},
    ): Field => ({ ...base(name, words), kind: 'text', type }),
    prose: (name: Exclude<TextKey<In>, DateKey<In> | PasswordKey<In>>, words: Words = {}): Field => ({
      ...base(name, words),
      kind: 'prose',
    }),
    number: (name: Exclude<KeysOf<In, number>, IdKey<In>>, words: Words = {}): Field => ({
      ...base(name, words),
      kind: 'number',
    }),
    date: (name: DateKey<In>, words: Words = {}): Field => ({
      ...base(name, words),
      kind: 'date',
      precisionName: `${name}Precision`,
    }),
    choice: <Key extends ChoiceKey<In>>(name: Key, choices: Choices<In, Key>, words: Words = {}): Field => ({
      ...base(name, words),
      kind: 'choice',
      choices,
    }),
    relation: <To extends PickableName>(
      name: IdKey<In> & RefersTo<To, 'Id'>,
      to: To,
      words: Words = {},
    ): Field => ({ ...base(name, words), kind: 'relation', to }),
    relations: <To extends PickableName>(
      name: KeysOf<In, number[]> & RefersTo<To, 'Ids'>,
      to: To,
      words: Words = {},
    ): Field => ({ ...base(name, words), kind: 'relations', to }),
    image: (name: ImageKey<In>, words: Words = {}): Field => ({ ...base(name, words), kind: 'image' }),
    images: (name: KeysOf<In, { fileId: number; caption: string | null }[]>, words: Words = {}): Field => ({
      ...base(name, words),
      kind: 'images',
    }),
    check: (name: KeysOf<In, boolean>, words: Words = {}): Field => ({ ...base(name, words), kind: 'check' }),
    password: (name: PasswordKey<In>, words: Words = {}): Field => ({
      ...base(name, words),
      kind: 'password',
    }),
  };
}

/** What the fields are called, for messages about them. */
export const labelsOf = (fields: Field[]): Labels =>
  Object.fromEntries(fields.map(({ name, label }) => [name, label]));

/** The values, with no precision where there is no date: it would be a change that nobody made. */
export function dated(fields: Field[], values: Record<string, unknown>): Record<string, unknown> {
  const idle = fields.flatMap((field) =>
    field.kind === 'date' && !values[field.name] ? field.precisionName : [],
  );
  return { ...values, ...Object.fromEntries(idle.map((name) => [name, undefined])) };
}

/** The names under which a field keeps its values. */
export const namesOf = (field: Field): string[] =>
  field.kind === 'date' ? [field.name, field.precisionName] : [field.name];
