import type { CatalogError } from '@cinematheque/client';
import { Notice } from '@cinematheque/ui/notice';
import { useEffect, useRef } from 'react';
import { List } from '../../list.tsx';
import { humanizePath, type Labels } from '../humanize.ts';
import styles from './form.module.css';
import type { Fields } from './values.ts';

/** Leads to the control of an error, or to the nearest one around it. */
function focus(path: string, controlId: ErrorSummaryProps['controlId']): void {
  for (let at = path; at; at = at.slice(0, Math.max(0, at.lastIndexOf('.')))) {
    const control = document.getElementById(controlId(at));
    if (!control) continue;
    control.focus();
    control.scrollIntoView({ block: 'center' });
    return;
  }
}

export interface ErrorSummaryProps {
  labels: Labels;
  errors: Fields;
  problem: CatalogError | null;
  /** How often a save has been refused: each time the form leads to what is to be mended. */
  refusals: number;
  controlId: (path: string) => string;
}

/** What keeps the form from being saved, with a way to each place. A conflict has a notice of its own. */
export function ErrorSummary({ labels, errors, problem, refusals, controlId }: ErrorSummaryProps) {
  const summary = useRef<HTMLDivElement>(null);
  const paths = Object.keys(errors);

  useEffect(() => {
    const [only, ...others] = paths;
    if (!refusals) return;
    if (only !== undefined && !others.length) return focus(only, controlId);
    summary.current?.focus();
    summary.current?.scrollIntoView({ block: 'center' });
  }, [refusals]);

  if (problem?.conflict || (!problem && !paths.length)) return null;
  if (problem) {
    return (
      <div ref={summary} tabIndex={-1}>
        <Notice tone="danger" title="Not saved" announce>
          {problem.message}
        </Notice>
      </div>
    );
  }
  return (
    <div ref={summary} tabIndex={-1}>
      <Notice
        tone="danger"
        title={paths.length === 1 ? 'One thing to mend' : `${paths.length} things to mend`}
        announce
      >
        <List className={styles.mend}>
          {paths.map((path) => (
            <li key={path}>
              <button type="button" className={styles.mendLink} onClick={() => focus(path, controlId)}>
                {humanizePath(path, labels)}
              </button>
              : {errors[path]}
            </li>
          ))}
        </List>
      </Notice>
    </div>
  );
}
