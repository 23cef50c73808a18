import { useRef } from 'react';
import { Button, type ButtonProps } from './button.tsx';

export interface FileButtonProps extends Pick<ButtonProps, 'variant' | 'busy' | 'disabled' | 'children'> {
  /** Names and types that the browser offers: ".csv,text/csv". */
  accept: string;
  onFile: (file: File) => void;
}

/** A button that asks for one file. */
export function FileButton({ accept, onFile, ...button }: FileButtonProps) {
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <input
        ref={input}
        type="file"
        hidden
        accept={accept}
        onChange={(event) => {
          const [file] = event.currentTarget.files ?? [];
          if (file) onFile(file);
          // The same file may be chosen again, mended.
          event.currentTarget.value = '';
        }}
      />
      <span>
        <Button {...button} onClick={() => input.current?.click()} />
      </span>
    </>
  );
}
