import { z } from 'zod';

/** What a form holds, by field. The widgets read what they show out of it; the input's schema judges it. */
export type Values = Record<string, unknown>;

/** A message per field, by the field's path. */
export type Fields = Record<string, string>;

/** The names whose values differ. */
export function changedNames(now: Values, before: Values): string[] {
  return Object.keys(now).filter((name) => JSON.stringify(now[name]) !== JSON.stringify(before[name]));
}

export function pick(values: Values, names: string[]): Values {
  return Object.fromEntries(names.map((name) => [name, values[name]]));
}

/** An emptied field is null where the input takes null, else not sent where it may be absent, else wrong as it is. */
export function emptied(values: Values, shape: Record<string, z.ZodType>): Values {
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => {
      if (value !== '' && value !== null && value !== undefined) return [name, value];
      const empty = [null, undefined].find((candidate) => shape[name]?.safeParse(candidate).success);
      return [name, empty === undefined && !isOptional(shape[name]) ? value : empty];
    }),
  );
}

/** Whether a field may be left out. */
export const isOptional = (schema: z.ZodType | undefined): boolean =>
  schema?.safeParse(undefined).success === true;

/** How many characters a text may have; null where there is no such limit. */
export function limitOf(schema: unknown): number | null {
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodNullable) return limitOf(schema.unwrap());
  return schema instanceof z.ZodString ? schema.maxLength : null;
}

/** The first message for each path, as the API words them. */
export function messagesOf(error: z.ZodError): Fields {
  const fields: Fields = {};
  for (const { path, message } of error.issues) fields[path.join('.')] ??= message;
  return fields;
}

/** Without the messages of a field and of what lies in it. */
export const withoutField = (fields: Fields, name: string): Fields =>
  Object.fromEntries(
    Object.entries(fields).filter(([path]) => path !== name && !path.startsWith(`${name}.`)),
  );
