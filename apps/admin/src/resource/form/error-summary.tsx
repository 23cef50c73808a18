import type { CatalogError } from '@cinematheque/client';
import { Notice } from '@cinematheque/ui/notice';
import { humanizePath } from '../humanize.ts';
import { controlId } from './field-row.tsx';
import styles from './form.module.css';
import type { Fields } from './values.ts';

/** Leads to the control of an error, or to the nearest one around it. */
function focus(path: string): void {
  for (let at = path; at; at = at.slice(0, Math.max(0, at.lastIndexOf('.')))) {
    const control = document.getElementById(controlId(at));
    if (!control) continue;
    control.focus();
    control.scrollIntoView({ block: 'center' });
    return;
  }
}

/** What keeps the form from being saved, with a way to each place. A conflict has a notice of its own. */
export function ErrorSummary({ errors, problem }: { errors: Fields; problem: CatalogError | null }) {
  const paths = Object.keys(errors);
  if (problem && !problem.conflict) {
    return (
      <Notice tone="danger" title="Not saved" announce>
        {problem.message}
      </Notice>
    );
  }
  if (!paths.length) return null;
  return (
    <Notice
      tone="danger"
      title={paths.length === 1 ? 'One thing to mend' : `${paths.length} things to mend`}
      announce
    >
      <ul className={styles.mend}>
        {paths.map((path) => (
          <li key={path}>
            <button type="button" className={styles.mendLink} onClick={() => focus(path)}>
              {humanizePath(path)}
            </button>
            : {errors[path]}
          </li>
        ))}
      </ul>
    </Notice>
  );
}
