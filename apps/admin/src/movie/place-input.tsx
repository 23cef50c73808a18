import { TextInput } from '@cinematheque/ui/text-input';
import { useState } from 'react';

export interface PlaceInputProps {
  who: string;
  place: number;
  count: number;
  onMove: (to: number) => void;
}

/** A row's number; another number, with Enter or by leaving the field, moves the row there. */
export function PlaceInput({ who, place, count, onMove }: PlaceInputProps) {
  const [typed, setTyped] = useState<string | null>(null);

  function take() {
    const to = Math.min(Number(typed), count) - 1;
    if (typed !== null && /^\s*[1-9]\d*\s*$/.test(typed) && to !== place) onMove(to);
    setTyped(null);
  }

  return (
    <TextInput
      aria-label={`Place of ${who}`}
      inputMode="numeric"
      autoComplete="off"
      value={typed ?? place + 1}
      onFocus={(event) => event.target.select()}
      onChange={(event) => setTyped(event.target.value)}
      onBlur={take}
      onKeyDown={(event) => {
        if (event.key !== 'Enter') return;
        // Enter takes the number; it does not send the form.
        event.preventDefault();
        take();
      }}
    />
  );
}
