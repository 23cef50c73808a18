import { Notice } from '@cinematheque/ui/notice';
import styles from './dropped-notice.module.css';

/** Says which parts of an address meant nothing and were left out. */
export function DroppedNotice({ dropped }: { dropped: readonly string[] }) {
  if (!dropped.length) return null;
  return (
    <Notice tone="warning" title="Part of this address was left out" className={styles.notice}>
      There is no such {dropped.join(', ')}. The list shows what is left.
    </Notice>
  );
}
