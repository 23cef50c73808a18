import { type Job, type JobName, jobNames } from '@cinematheque/shared/system';
import { List } from '../list.tsx';
import { When } from '../when.tsx';
import styles from './system.module.css';

const about: Record<JobName, { label: string; when: string }> = {
  backup: { label: 'Backup', when: 'Whenever “catalog backup” is run. Let cron run it each night.' },
  unusedFiles: { label: 'Removing pictures that nothing shows', when: 'By itself, every hour.' },
  storageSweep: { label: 'Comparing stored pictures with the catalog', when: 'By itself, once a day.' },
};

/** What is done from time to time, and how it ended. */
export function Jobs({ jobs }: { jobs: Job[] }) {
  return (
    <section aria-labelledby="jobs" className={styles.part}>
      <h2 className={styles.partTitle} id="jobs">
        Jobs
      </h2>
      <List className={styles.lines}>
        {jobNames.map((name) => {
          const job = jobs.find((job) => job.name === name);
          return (
            <li key={name} className={styles.line}>
              <p className={styles.lineTitle}>{about[name].label}</p>
              <p className={styles.lineAside}>{about[name].when}</p>
              <p className={styles.lineEnd} data-failed={job?.outcome === null || undefined}>
                {job ? <Outcome job={job} /> : 'Not yet'}
              </p>
            </li>
          );
        })}
      </List>
    </section>
  );
}

function Outcome({ job: { outcome, endedAt, tookMs } }: { job: Job }) {
  return (
    <>
      {outcome ?? 'Failed: the log says why'} <span className={styles.soft}>·</span> <When at={endedAt} />
      {tookMs >= 1000 && `, in ${(tookMs / 1000).toLocaleString('en-US', { maximumFractionDigits: 1 })} s`}
    </>
  );
}
