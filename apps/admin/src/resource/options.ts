import type { Option } from '@cinematheque/shared/resource';
import { keepPreviousData, queryOptions, skipToken, useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { queryClient } from '../query-client.ts';
import { trpc } from '../trpc.ts';
import type { PickableName } from './api.ts';

const TYPING_PAUSE = 150;

/** A value that waits until typing pauses. */
export function useDebounced<T>(value: T, pause = TYPING_PAUSE): T {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), pause);
    return () => clearTimeout(timer);
  }, [value, pause]);
  return settled;
}

/** The choices that match what was typed, the best first; asked for once `open`. `stale`: they match older typing, or are not there yet. */
export function useOptions(to: PickableName, typed: string, open: boolean) {
  const q = useDebounced(typed.trim());
  const query = useQuery({
    queryKey: [to, 'options', q],
    queryFn: open ? async () => (await trpc.admin[to].options.query({ q })).items : skipToken,
    placeholderData: keepPreviousData,
  });
  return { ...query, stale: query.isPending || query.isPlaceholderData || q !== typed.trim() };
}

const chosenOptions = (to: PickableName, ids: number[]) =>
  queryOptions({
    queryKey: [to, 'options', 'of', ids],
    queryFn: ids.length ? async () => (await trpc.admin[to].options.query({ ids })).items : skipToken,
    placeholderData: keepPreviousData,
  });

/** One record as a choice, read anew. */
export const readOption = async (to: PickableName, id: number): Promise<Option | undefined> =>
  (await trpc.admin[to].options.query({ ids: [id] })).items[0];

/** Keeps what has just been picked, so that it is shown by name without being asked for. */
export function rememberChosen(to: PickableName, options: Option[]): void {
  const { queryKey } = chosenOptions(
    to,
    options.map(({ id }) => id),
  );
  queryClient.setQueryData(queryKey, options);
}

/** The records with these ids as choices, in their order; an ellipsis until they are there. */
export function useChosen(to: PickableName, ids: number[]): Option[] {
  const { data = [] } = useQuery(chosenOptions(to, ids));
  return ids.map((id) => data.find((option) => option.id === id) ?? { id, label: '…', hint: null });
}
