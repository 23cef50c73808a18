type Listener = () => void;

/** What is said, and what can be done about it. */
export interface Message {
  text: string;
  action?: { label: string; run: () => void };
}

let message: Message | null = null;
let timer: ReturnType<typeof setTimeout> | undefined;
const listeners = new Set<Listener>();

/** Long enough to be read twice. */
const SHOWN_MS = 8_000;

function set(next: Message | null): void {
  message = next;
  for (const listener of listeners) listener();
}

/** Tells the visitor something at the page's foot, and takes it away after a while. */
export function showMessage(text: string, action?: Message['action']): void {
  clearTimeout(timer);
  set({ text, action });
  timer = setTimeout(() => set(null), SHOWN_MS);
}

export function hideMessage(): void {
  clearTimeout(timer);
  set(null);
}

export const readMessage = (): Message | null => message;

export function subscribeMessage(listener: Listener): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
