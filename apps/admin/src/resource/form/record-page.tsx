import { errorOf } from '@cinematheque/client';
import { buttonClass } from '@cinematheque/ui/button-class';
import { EmptyState } from '@cinematheque/ui/empty-state';
import { ErrorState } from '@cinematheque/ui/error-state';
import { Link } from '@tanstack/react-router';
import { RecordBones } from './record-bones.tsx';
import { RecordForm } from './record-form.tsx';
import type { RecordPageProps } from './record-props.ts';

/** The page of one record: its form, or what stands there until it has come. */
export default function RecordPage({ exists, record, ...props }: RecordPageProps) {
  const { one, name, label } = props.resource;
  if (!record) return <RecordForm {...props} record={null} reload={null} />;
  const missing = !exists || (record.isError && errorOf(record.error).code === 'NOT_FOUND');
  if (missing && !record.data) {
    return (
      <>
        <title>{`No such ${one} · Cinematheque console`}</title>
        <EmptyState
          page
          title={`There is no such ${one}`}
          action={
            <Link to="/$resource" params={{ resource: name }} className={buttonClass()}>
              {label}
            </Link>
          }
        >
          It may have been deleted in the meantime.
        </EmptyState>
      </>
    );
  }
  if (record.data) {
    const reload = async () => (await record.refetch()).data ?? null;
    return <RecordForm {...props} record={record.data} reload={reload} />;
  }
  if (record.isError) {
    return (
      <ErrorState
        page
        title={`This ${one} could not be loaded`}
        onRetry={() => void record.refetch()}
        retrying={record.isFetching}
      >
        {errorOf(record.error).message}
      </ErrorState>
    );
  }
  return <RecordBones one={one} />;
}
