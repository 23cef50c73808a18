import type { Role } from '@cinematheque/shared/user';
import type { AnyProcedure } from '@trpc/server';
import { z } from 'zod';
import { appRouter } from './router.ts';

export interface Procedure {
  path: string;
  type: AnyProcedure['_def']['type'];
  /** Who may call it, at least. */
  role: 'anon' | Role;
  /** How long an answer may be given again (trpc.ts). */
  keep?: 'briefly' | 'never' | undefined;
  /** What it takes; null for nothing. */
  input: z.ZodType | null;
  /** What it gives. */
  output: z.ZodType | null;
}

const isProcedure = (value: unknown): value is AnyProcedure => typeof value === 'function' && '_def' in value;
const schemaOf = (value: unknown) => (value instanceof z.ZodType ? value : null);
const meta = z.object({
  role: z.enum(['anon', 'visitor', 'editor', 'admin']),
  keep: z.enum(['briefly', 'never']).optional(),
});

/** Every procedure that the API has, by its path: reference and suites made from this list miss none. */
export const procedures: Procedure[] = Object.entries<unknown>(appRouter._def.procedures).map(
  ([path, procedure]) => {
    if (!isProcedure(procedure)) throw new Error(`${path} is no procedure`);
    const { _def: def } = procedure;
    const [input] = def.inputs;
    return {
      path,
      type: def.type,
      ...meta.parse(def.meta),
      input: schemaOf(input),
      output: schemaOf('output' in def ? def.output : null),
    };
  },
);

export function procedureOf(path: string): Procedure {
  const found = procedures.find((procedure) => procedure.path === path);
  if (!found) throw new Error(`There is no procedure ${path}`);
  return found;
}
