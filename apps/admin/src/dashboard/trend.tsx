import { type CompleteDay, completenessOf, type Dashboard } from '@cinematheque/shared/dashboard';
import { resources } from '../resources/registry.ts';
import plot from './plot.module.css';
import { PlotFrame } from './plot.tsx';
import styles from './trend.module.css';

const kinds = ['movies', 'persons', 'directors'] as const;

const DAY = 24 * 60 * 60 * 1000;

/** Rounded down: 100 means that nothing is missing. */
const percent = (value: number | null) =>
  value === null ? '–' : `${(Math.floor(value * 10) / 10).toLocaleString('en-US')}%`;

const dayName = (day: string) =>
  new Date(day).toLocaleDateString('en-US', { month: 'short', day: 'numeric', timeZone: 'UTC' });

/** How complete the catalog was on the days that were noted, and is now. */
export function Trend({ data }: { data: Dashboard }) {
  const now = {
    day: new Date().toISOString().slice(0, 10),
    movies: completenessOf(data, 'movies'),
    persons: completenessOf(data, 'persons'),
    directors: completenessOf(data, 'directors'),
  };
  const days = [...data.trend.filter(({ day }) => day < now.day), now];
  return (
    <PlotFrame
      title="Completeness in twelve weeks"
      empty="It is noted every day: the lines begin tomorrow."
      table={<TrendTable days={days} />}
      plot={
        days.length > 1 ? (
          <div className={styles.lines}>
            {kinds.map((kind) => (
              <Line key={kind} kind={kind} days={days} />
            ))}
          </div>
        ) : null
      }
    />
  );
}

/** One line on a scale of its own: a tenth of a percent is a week's work in a large catalog. */
function Line({ kind, days }: { kind: (typeof kinds)[number]; days: CompleteDay[] }) {
  const points = days.flatMap(({ day, [kind]: value }) => (value === null ? [] : [{ day, value }]));
  const [first, last] = [points[0], points.at(-1)];
  const { label } = resources[kind];
  if (!first || !last) return <p className={plot.empty}>{label}: none yet.</p>;
  const values = points.map(({ value }) => value);
  const [least, most] = [Math.min(...values), Math.max(...values)];
  const begin = Date.parse(first.day);
  const length = Math.max(DAY, Date.parse(last.day) - begin);
  const place = ({ day, value }: (typeof points)[number]) => {
    const x = (100 * (Date.parse(day) - begin)) / length;
    const y = most > least ? 92 - (84 * (value - least)) / (most - least) : 50;
    return `${x.toFixed(2)},${y.toFixed(2)}`;
  };
  return (
    <figure className={styles.line}>
      <figcaption className={styles.caption}>
        <span>{label}</span>
        <strong className={styles.now}>{percent(last.value)}</strong>
      </figcaption>
      <svg
        className={styles.drawing}
        viewBox="0 0 100 100"
        preserveAspectRatio="none"
        role="img"
        aria-label={`${label}: ${percent(first.value)} on ${dayName(first.day)}, ${percent(last.value)} today`}
      >
        <polyline points={points.map(place).join(' ')} />
      </svg>
      <p className={styles.ends} aria-hidden="true">
        <span>
          {dayName(first.day)}: {percent(first.value)}
        </span>
        <span>today</span>
      </p>
    </figure>
  );
}

function TrendTable({ days }: { days: CompleteDay[] }) {
  return (
    <table className={plot.table}>
      <thead>
        <tr>
          <th scope="col">Day</th>
          {kinds.map((kind) => (
            <th key={kind} scope="col">
              {resources[kind].label}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {days.toReversed().map((day) => (
          <tr key={day.day}>
            <th scope="row">{dayName(day.day)}</th>
            {kinds.map((kind) => (
              <td key={kind}>{percent(day[kind])}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
