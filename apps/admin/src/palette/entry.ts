import type { ReactNode } from 'react';

/** One line of the palette: a record to open or something to do. */
export interface Entry {
  key: string;
  label: string;
  hint: string | null;
  picture: ReactNode;
  /** What opens or does it by keys alone. */
  keys?: string;
  run: () => void;
}

export interface EntryGroup {
  value: string;
  items: Entry[];
}
