import { errorOf } from '@cinematheque/client';
import { announce } from '../announce.tsx';
import { createStore } from '../store.ts';
import { trpc } from '../trpc.ts';

/** Whether keys count that are pressed alone: "n", "g m". Whoever dictates or trembles can switch them off. */
export const singleKeys = createStore(true);

const list = 'console';

/** Reads what the account has chosen; until then single keys count. */
export async function loadSingleKeys(): Promise<void> {
  const answer = await trpc.admin.preferences.get.query({ list }).catch(() => null);
  if (answer) singleKeys.set(answer.value?.singleKeys ?? true);
}

export async function saveSingleKeys(on: boolean): Promise<void> {
  singleKeys.set(on);
  try {
    await trpc.admin.preferences.set.mutate({ list, value: on ? null : { singleKeys: false } });
  } catch (error) {
    announce(errorOf(error).message);
  }
}
