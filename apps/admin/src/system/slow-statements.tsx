import type { SlowStatement, SystemState } from '@cinematheque/shared/system';
import { List } from '../list.tsx';
import { When } from '../when.tsx';
import styles from './system.module.css';

/** Statements that took long since the server's start, each with the request to look for in the log. */
export function SlowStatements({ slow: { fromMs, statements } }: { slow: SystemState['slow'] }) {
  return (
    <section aria-labelledby="slow" className={styles.part}>
      <h2 className={styles.partTitle} id="slow">
        Slow statements
      </h2>
      <p className={styles.text}>
        {fromMs > 0
          ? `What took ${fromMs.toLocaleString('en-US')} ms or more in this server since its start, the newest fifty. The log has each under the number of its request.`
          : 'Nobody looks for them: SLOW_STATEMENT_MS is 0.'}
      </p>
      {fromMs > 0 && !statements.length && <p className={styles.nothing}>None.</p>}
      <List className={styles.lines}>
        {statements.map((statement) => (
          <li key={`${statement.at} ${statement.requestId} ${statement.sql}`} className={styles.line}>
            <Statement statement={statement} />
          </li>
        ))}
      </List>
    </section>
  );
}

function Statement({ statement: { at, ms, sql, requestId, path } }: { statement: SlowStatement }) {
  return (
    <>
      <p className={styles.lineTitle}>{path ?? 'The server itself'}</p>
      <p className={styles.lineEnd}>
        {ms.toLocaleString('en-US')} ms <span className={styles.soft}>·</span> <When at={at} />
      </p>
      {requestId && (
        <p className={styles.lineAside}>
          Request <code className={styles.code}>{requestId}</code>
        </p>
      )}
      <details className={styles.statement}>
        <summary>Show the SQL</summary>
        <pre className={styles.sql}>{sql}</pre>
      </details>
    </>
  );
}
