import { Button } from '@cinematheque/ui/button';
import { countOf } from '../format.ts';
import styles from './selection-bar.module.css';

export interface SelectionBarProps {
  chosen: number;
  all: number;
  onChooseAll: () => void;
  onLetGo: () => void;
  onClose: () => void;
}

/** What can be done with the films that are chosen. */
export function SelectionBar({ chosen, all, onChooseAll, onLetGo, onClose }: SelectionBarProps) {
  return (
    <div className={styles.bar}>
      <p role="status">{chosen ? `${countOf(chosen, 'film')} chosen` : 'Choose films by their boxes.'}</p>
      <Button size="small" variant="quiet" onClick={onChooseAll} disabled={chosen === all}>
        Choose all {all}
      </Button>
      <Button size="small" variant="danger" onClick={onLetGo} disabled={chosen === 0}>
        Let them go
      </Button>
      <Button size="small" variant="quiet" onClick={onClose}>
        Done
      </Button>
    </div>
  );
}
