/** Shows how far a command is: a bar that redraws itself on a terminal, a line per step elsewhere. */
export interface Progress {
  show(step: string, done?: number, total?: number): void;
  end(): void;
}

/** What a progress bar is drawn on; standard error, so that results can be piped. */
export interface Screen {
  isTTY?: boolean;
  write(text: string): unknown;
}

const WIDTH = 30;
const REDRAW_AFTER = 100;

export function createProgress(screen: Screen = process.stderr): Progress {
  let shown = '';
  let drawnAt = 0;
  return {
    show(step, done, total) {
      if (!screen.isTTY) {
        if (step !== shown) screen.write(`${step}\n`);
      } else if (step !== shown || Date.now() - drawnAt > REDRAW_AFTER) {
        screen.write(`\r\x1b[2K${step}${bar(done, total)}`);
        drawnAt = Date.now();
      }
      shown = step;
    },
    end() {
      if (screen.isTTY && shown) screen.write('\r\x1b[2K');
    },
  };
}

function bar(done?: number, total?: number): string {
  if (done === undefined || !total) return ' ...';
  const full = Math.min(WIDTH, Math.floor((done / total) * WIDTH));
  return ` [${'='.repeat(full)}${' '.repeat(WIDTH - full)}] ${count(done)} of ${count(total)}`;
}

/** 12345 as "12,345". */
export const count = (value: number) => value.toLocaleString('en-US');
