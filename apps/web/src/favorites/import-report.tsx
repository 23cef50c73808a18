import type { ImportReport } from '@cinematheque/shared/favorite';
import { Notice } from '@cinematheque/ui/notice';
import { countOf, formatCount } from '../format.ts';
import styles from './import-report.module.css';

/** What became of the films of a file. */
export function ImportReportView({ report }: { report: ImportReport }) {
  const { added, alreadyKept, notFound, missing, unreadable, problems } = report;
  return (
    <Notice
      tone={added || alreadyKept ? 'success' : 'warning'}
      title={`${countOf(added, 'film')} added`}
      announce
    >
      <p>
        {alreadyKept > 0 && `${formatCount(alreadyKept)} you keep already. `}
        {notFound > 0 && `${formatCount(notFound)} are not in this catalog. `}
        {unreadable > 0 && `${countOf(unreadable, 'line')} could not be read.`}
      </p>
      {missing.length > 0 && (
        <details className={styles.more}>
          <summary>Not in this catalog</summary>
          <ul>
            {missing.map(({ line, title, year }) => (
              <li key={line}>
                {title}
                {year && ` (${year})`}
              </li>
            ))}
          </ul>
          {notFound > missing.length && <p>And {formatCount(notFound - missing.length)} more.</p>}
        </details>
      )}
      {problems.length > 0 && (
        <details className={styles.more}>
          <summary>Could not be read</summary>
          <ul>
            {problems.map(({ line, message }) => (
              <li key={line}>
                Line {line}: {message}
              </li>
            ))}
          </ul>
          {unreadable > problems.length && <p>And {formatCount(unreadable - problems.length)} more.</p>}
        </details>
      )}
    </Notice>
  );
}
