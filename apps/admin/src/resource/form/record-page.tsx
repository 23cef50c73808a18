import { errorOf } from '@cinematheque/client';
import { EmptyState } from '@cinematheque/ui/empty-state';
import { ErrorState } from '@cinematheque/ui/error-state';
import { Skeleton } from '@cinematheque/ui/skeleton';
import { Link } from '@tanstack/react-router';
import styles from './form.module.css';
import { RecordForm } from './record-form.tsx';
import type { RecordPageProps } from './record-props.ts';

/** The page of one record: its form, or what stands there until it has come. */
export function RecordPage({ exists, record, ...props }: RecordPageProps) {
  const { one, name, label } = props.resource;
  if (!record) return <RecordForm {...props} record={null} reload={null} />;
  const missing = !exists || (record.isError && errorOf(record.error).code === 'NOT_FOUND');
  if (missing && !record.data) {
    return (
      <EmptyState
        title={`There is no such ${one}`}
        action={
          <Link to="/$resource" params={{ resource: name }}>
            {label}
          </Link>
        }
      >
        It may have been deleted in the meantime.
      </EmptyState>
    );
  }
  if (record.data) {
    const reload = async () => (await record.refetch()).data ?? null;
    return <RecordForm {...props} record={record.data} reload={reload} />;
  }
  if (record.isError) {
    return (
      <ErrorState
        title={`This ${one} could not be loaded`}
        onRetry={() => void record.refetch()}
        retrying={record.isFetching}
      >
        {errorOf(record.error).message}
      </ErrorState>
    );
  }
  return (
    <div className={styles.fields} role="status" aria-label={`Loading the ${one}`}>
      <Skeleton shape="title" />
      {[1, 2, 3].map((line) => (
        <Skeleton key={line} className={styles.bone} shape="block" />
      ))}
    </div>
  );
}
