type Listener = () => void;

let message: string | null = null;
let timer: ReturnType<typeof setTimeout> | undefined;
const listeners = new Set<Listener>();

/** Long enough to be read twice. */
const SHOWN_MS = 8_000;

function set(next: string | null): void {
  message = next;
  for (const listener of listeners) listener();
}

/** Tells the visitor something at the page's foot, and takes it away after a while. */
export function showMessage(text: string): void {
  clearTimeout(timer);
  set(text);
  timer = setTimeout(() => set(null), SHOWN_MS);
}

export function hideMessage(): void {
  clearTimeout(timer);
  set(null);
}

export const readMessage = (): string | null => message;

export function subscribeMessage(listener: Listener): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
