import { type ComponentType, createContext } from 'react';
import type { PickableName } from './api.ts';

/** The form of what a picker did not find. */
export interface InPlaceProps {
  /** What was looked for. */
  typed: string;
  /** Where the focus goes back to. */
  pickerId: string;
  onCreated: (made: { id: string; title: string }) => void;
  onClose: () => void;
}

/**
 * The forms in which pickers create, by resource. A context because the forms hold pickers themselves: the resources
 * know their forms, the forms their pickers, and only the page knows all.
 */
export const InPlace = createContext<
  Partial<Record<PickableName, { one: string; InPlace: ComponentType<InPlaceProps> | null }>>
>({});
