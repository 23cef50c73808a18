import type { AnyProcedure } from '@trpc/server';
import { z } from 'zod';
import { appRouter } from '../router.ts';

export interface Procedure {
  path: string;
  type: AnyProcedure['_def']['type'];
  /** What it takes; null for nothing. */
  input: z.ZodType | null;
}

const isProcedure = (value: unknown): value is AnyProcedure => typeof value === 'function' && '_def' in value;

/** Every procedure that the API has, by its path: suites made from this list miss none. */
export const procedures: Procedure[] = Object.entries<unknown>(appRouter._def.procedures).map(
  ([path, procedure]) => {
    if (!isProcedure(procedure)) throw new Error(`${path} is no procedure`);
    const { type, inputs } = procedure._def;
    const [input] = inputs;
    return { path, type, input: input instanceof z.ZodType ? input : null };
  },
);

export function procedureOf(path: string): Procedure {
  const found = procedures.find((procedure) => procedure.path === path);
  if (!found) throw new Error(`There is no procedure ${path}`);
  return found;
}
