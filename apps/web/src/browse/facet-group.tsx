import { cx } from '@cinematheque/ui/cx';
import { VisuallyHidden } from '@cinematheque/ui/visually-hidden';
import { Link } from '@tanstack/react-router';
import { List } from '../components/list.tsx';
import { formatTotal } from '../format.ts';
import type { Browse } from './browse.ts';
import styles from './facet-group.module.css';
import type { FacetGroup, FacetValue } from './facet-groups.ts';
import { MatchSwitch } from './match-switch.tsx';

/** One facet: its values with the number of films that each would leave. */
export function FacetGroupView({ group, browse }: { group: FacetGroup; browse: Browse }) {
  const { kind, title, values, shown } = group;
  const more = values.slice(shown);
  return (
    <details className={styles.group} open>
      <summary className={styles.title}>{title}</summary>
      {kind === 'genre' && <MatchSwitch browse={browse} />}
      <Values values={values.slice(0, shown)} />
      {more.length > 0 && (
        <details className={styles.more}>
          <summary>{more.length} more</summary>
          <Values values={more} />
        </details>
      )}
    </details>
  );
}

function Values({ values }: { values: FacetValue[] }) {
  return (
    <List className={styles.values}>
      {values.map((value) => (
        <li key={value.key}>
          <Value {...value} />
        </li>
      ))}
    </List>
  );
}

const said = { off: '', chosen: ', chosen; again to exclude', excluded: ', excluded; again to allow' };

/** What would leave nothing stays in its place, and leads nowhere. */
function Value({ label, count, exact, state, search }: FacetValue) {
  const total = formatTotal({ value: count, exact }, 'film');
  // A sample that has none of them tells of few.
  const [number] = (count || exact ? total.replace('about ', '~') : 'few').split(' ');
  const text = (
    <>
      <span className={styles.mark} aria-hidden="true" />
      <span className={styles.label}>{label}</span>
      {state !== 'excluded' && (
        <span className={styles.count}>
          {number}
          <VisuallyHidden> films</VisuallyHidden>
        </span>
      )}
    </>
  );
  if (count === 0 && exact && state === 'off')
    return <span className={cx(styles.value, styles.none)}>{text}</span>;
  return (
    <Link
      to="."
      search={search}
      resetScroll={false}
      preload={false}
      rel="nofollow"
      className={cx(styles.value, styles[state])}
    >
      {text}
      <VisuallyHidden>{said[state]}</VisuallyHidden>
    </Link>
  );
}
