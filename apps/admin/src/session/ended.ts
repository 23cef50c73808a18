import { createStore } from '../store.ts';

/** Whether the server no longer knows us, though somebody had signed in here. */
export const sessionEnded = createStore(false);
