import type { AnyFilter, Field, Operator } from '@cinematheque/shared/filter';
import { emptiness, operatorsOf } from '@cinematheque/shared/filter';

/** A filter while it is being built: conditions may still be without a value. */
export interface DraftCondition {
  key: number;
  field: string;
  op: Operator;
  value: unknown;
}
export interface DraftGroup {
  key: number;
  mode: 'and' | 'or';
  parts: Draft[];
}
export type Draft = DraftCondition | DraftGroup;

let keys = 0;
const nextKey = () => {
  keys += 1;
  return keys;
};

export const isGroup = (draft: Draft): draft is DraftGroup => 'mode' in draft;
export const isEmptiness = (op: Operator): boolean => emptiness.some((known) => known === op);

/** A new condition on a field, asked in its kind's first way. */
export function conditionOn(field: string, declared: Field): DraftCondition {
  const [op = 'empty'] = operatorsOf(declared);
  return { key: nextKey(), field, op, value: declared.kind === 'boolean' ? true : undefined };
}

export const newGroup = (mode: 'and' | 'or', parts: Draft[] = []): DraftGroup => ({
  key: nextKey(),
  mode,
  parts,
});

function draftOf(filter: AnyFilter): Draft {
  if ('and' in filter) return newGroup('and', filter.and.map(draftOf));
  if ('or' in filter) return newGroup('or', filter.or.map(draftOf));
  const { field, op, value } = filter;
  return { key: nextKey(), field, op, value };
}

/** A filter to build on: always a group. */
export function startFrom(filter: AnyFilter | null): DraftGroup {
  if (!filter) return newGroup('and');
  const draft = draftOf(filter);
  return isGroup(draft) ? draft : newGroup('and', [draft]);
}

const isFilled = (value: unknown) =>
  Array.isArray(value) ? value.length > 0 : value !== undefined && value !== null && value !== '';

/** The JSON of what is complete so far; null while nothing is. */
export function filterOfDraft(draft: Draft): object | null {
  if (!isGroup(draft)) {
    const { field, op, value } = draft;
    if (isEmptiness(op)) return { field, op };
    return isFilled(value) ? { field, op, value } : null;
  }
  const parts = draft.parts.flatMap((part) => filterOfDraft(part) ?? []);
  if (!parts.length) return null;
  return draft.mode === 'and' ? { and: parts } : { or: parts };
}

/** A draft with one part, wherever it stands, replaced; null takes it out. */
export function withPart(group: DraftGroup, key: number, next: Draft | null): DraftGroup {
  const parts = group.parts.flatMap((part): Draft[] => {
    if (part.key === key) return next ? [next] : [];
    return [isGroup(part) ? withPart(part, key, next) : part];
  });
  return { ...group, parts };
}
