import { Skeleton } from '@cinematheque/ui/skeleton';
import { VisuallyHidden } from '@cinematheque/ui/visually-hidden';
import { PendingTitle } from '../components/pending-page.tsx';
import { People } from './people-list.tsx';
import styles from './people-pending.module.css';

/** Lines that a wide screen shows without scrolling. */
const LINES = 24;

/** Holds the place of a list of people. */
export function PeoplePending() {
  return (
    <div className="page">
      <VisuallyHidden>Loading</VisuallyHidden>
      <PendingTitle />
      <People>
        {Array.from({ length: LINES }, (_, index) => (
          <li key={index} className={styles.line}>
            <Skeleton shape="block" className={styles.portrait} />
            <Skeleton lines={2} className={styles.words} />
          </li>
        ))}
      </People>
    </div>
  );
}
