import { errorOf } from '@cinematheque/client';
import { ErrorState } from '@cinematheque/ui/error-state';
import { Skeleton } from '@cinematheque/ui/skeleton';
import { useQuery } from '@tanstack/react-query';
import { trpc } from '../trpc.ts';
import { Facts } from './facts.tsx';
import { Jobs } from './jobs.tsx';
import { NameForm } from './name-form.tsx';
import { SlowStatements } from './slow-statements.tsx';
import styles from './system.module.css';

/** What runs here, whether it is looked after, and what is slow: for whoever runs it. */
export function SystemPage() {
  const system = useQuery({
    queryKey: ['system'],
    queryFn: async () => (await trpc.admin.system.state.query()).item,
  });
  return (
    <div className={styles.page}>
      <title>System · Cinematheque console</title>
      <h1 className={styles.title}>System</h1>
      {system.isError && (
        <ErrorState
          title="The system’s state could not be loaded"
          onRetry={() => void system.refetch()}
          retrying={system.isFetching}
        >
          {errorOf(system.error).message}
        </ErrorState>
      )}
      {system.isPending && (
        <div role="status" aria-label="Loading the system’s state">
          <Skeleton lines={8} />
        </div>
      )}
      {system.data && (
        <>
          <NameForm name={system.data.catalogName} />
          <Facts state={system.data} />
          <Jobs jobs={system.data.jobs} />
          <SlowStatements slow={system.data.slow} />
        </>
      )}
    </div>
  );
}
