import { Dialog } from '@base-ui/react/dialog';
import { errorOf } from '@cinematheque/client';
import { buttonClass } from '@cinematheque/ui/button-class';
import { IconButton } from '@cinematheque/ui/icon-button';
import { Notice } from '@cinematheque/ui/notice';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { ArrowDown, ArrowUp, X } from 'lucide-react';
import type { Head, Line } from './columns.tsx';
import type { ListSource } from './list-props.ts';
import type { ListSearch } from './list-search.ts';
import styles from './peek.module.css';

export interface PeekProps {
  source: ListSource;
  line: Line;
  head: Head[];
  from: ListSearch;
  /** Looks at the next row, or the one before. */
  onStep: (step: 1 | -1) => void;
  onClose: () => void;
}

/** A record beside its list: picture, facts, what belongs to it. Space or Escape closes, arrows go on. */
export default function Peek({ source, line, head, from, onStep, onClose }: PeekProps) {
  const { data, error } = useQuery({
    queryKey: [source.name, 'get', line.id, 'peek'],
    queryFn: () => source.peek(line.id),
  });
  return (
    <Dialog.Root open modal={false} onOpenChange={(open) => !open && onClose()} disablePointerDismissal>
      <Dialog.Portal>
        <Dialog.Popup
          className={styles.drawer}
          onKeyDown={(event) => {
            const step = { ArrowDown: 1, j: 1, ArrowUp: -1, k: -1 }[event.key];
            if (step === 1 || step === -1) onStep(step);
            else if (
              event.key !== ' ' ||
              !(event.target instanceof Element) ||
              event.target.closest('button, a')
            )
              return;
            else onClose();
            event.preventDefault();
          }}
        >
          <div className={styles.head}>
            <Dialog.Title className={styles.title}>{line.title}</Dialog.Title>
            <IconButton label="The row above" onClick={() => onStep(-1)}>
              <ArrowUp />
            </IconButton>
            <IconButton label="The row below" onClick={() => onStep(1)}>
              <ArrowDown />
            </IconButton>
            <Dialog.Close render={<IconButton label="Close" />}>
              <X />
            </Dialog.Close>
          </div>
          {data?.picture && <div className={styles.picture}>{data.picture}</div>}
          <dl className={styles.facts}>
            {head
              .filter(({ main, name }) => !main && line.cells[name])
              .map(({ name, header }) => (
                <div key={name}>
                  <dt>{header}</dt>
                  <dd>{line.cells[name]}</dd>
                </div>
              ))}
          </dl>
          {error && <Notice tone="danger">{errorOf(error).message}</Notice>}
          {data?.more}
          <Link
            to="/$resource/$id"
            params={{ resource: source.name, id: line.id }}
            search={{ ...from, after: undefined }}
            className={buttonClass({ variant: 'primary' })}
          >
            Open
          </Link>
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  );
}
