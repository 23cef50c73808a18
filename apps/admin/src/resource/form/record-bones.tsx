import { Skeleton } from '@cinematheque/ui/skeleton';
import styles from './record-bones.module.css';

/** Stands where a record's form will be. */
export function RecordBones({ one }: { one: string }) {
  return (
    <div className={styles.bones} role="status" aria-label={`Loading the ${one}`}>
      <Skeleton shape="title" />
      {[1, 2, 3].map((line) => (
        <Skeleton key={line} className={styles.bone} shape="block" />
      ))}
    </div>
  );
}
