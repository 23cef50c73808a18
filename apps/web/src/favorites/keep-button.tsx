import { type ReactNode, useEffect } from 'react';
import { pressAgain } from '../components/early-press.ts';
import { useKept } from './kept.ts';

export interface KeepButtonProps {
  movie: { id: number; title: string };
  className: string | undefined;
  label: string;
  children: ReactNode;
}

/** The heart of somebody who is signed in. */
export function KeepButton({ movie, className, label, children }: KeepButtonProps) {
  const { kept, toggle } = useKept(movie);
  useEffect(pressAgain, []);
  return (
    <button
      type="button"
      className={className}
      aria-pressed={kept}
      aria-label={label}
      title={kept ? 'Let this film go' : 'Keep this film'}
      onClick={toggle}
    >
      {children}
    </button>
  );
}
