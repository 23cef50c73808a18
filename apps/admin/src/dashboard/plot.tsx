import { Button } from '@cinematheque/ui/button';
import { VisuallyHidden } from '@cinematheque/ui/visually-hidden';
import { Link } from '@tanstack/react-router';
import { type ReactNode, useId, useState } from 'react';
import type { ListLink } from '../filter-links.ts';
import { List } from '../list.tsx';
import styles from './plot.module.css';

/** One bar: what it is called, how long it is, and where it leads. */
export interface Bar {
  key: string;
  label: string;
  /** Said instead of the label where that is too short to be understood. */
  name?: string;
  value: number;
  link?: ListLink;
}

export interface PlotProps {
  title: string;
  bars: Bar[];
  /** What is counted: "films". */
  unit: string;
  /** `columns` along time, `rows` for names. */
  shape: 'columns' | 'rows';
  /** Shows every nth label where there are many columns. */
  every?: number;
  empty: ReactNode;
}

const count = (value: number) => value.toLocaleString('en-US');

export interface PlotFrameProps {
  title: string;
  /** Null where there is nothing to plot: then `empty` is shown. */
  plot: ReactNode | null;
  /** The same as a table. */
  table: ReactNode;
  empty: ReactNode;
}

/** A plot under its title, and the same as a table. */
export function PlotFrame({ title, plot, table, empty }: PlotFrameProps) {
  const [asTable, setAsTable] = useState(false);
  const heading = useId();
  return (
    <section className={styles.plot} aria-labelledby={heading}>
      <header className={styles.head}>
        <h2 className={styles.title} id={heading}>
          {title}
        </h2>
        {plot && (
          <Button
            variant="quiet"
            size="small"
            aria-pressed={asTable}
            aria-label={`${title} as a table`}
            onClick={() => setAsTable(!asTable)}
          >
            {asTable ? 'Plot' : 'Table'}
          </Button>
        )}
      </header>
      {!plot && <p className={styles.empty}>{empty}</p>}
      {plot && (asTable ? table : plot)}
    </section>
  );
}

/** Bars that lead to what they count, and the same as a table. */
export function Plot({ title, bars, unit, shape, every = 1, empty }: PlotProps) {
  const most = Math.max(1, ...bars.map(({ value }) => value));
  const some = bars.some(({ value }) => value > 0);
  return (
    <PlotFrame
      title={title}
      empty={empty}
      table={<PlotTable title={title} bars={bars} unit={unit} />}
      plot={
        some ? (
          <List className={styles[shape]} data-sparse={every > 1 || undefined}>
            {bars.map((bar, index) => (
              <li key={bar.key} className={styles.item}>
                <BarLink bar={bar} unit={unit}>
                  <span className={styles.bar} aria-hidden="true">
                    <svg
                      aria-hidden="true"
                      className={styles.fill}
                      viewBox="0 0 100 100"
                      preserveAspectRatio="none"
                    >
                      {shape === 'rows' ? (
                        <rect width={(bar.value / most) * 100} height="100" />
                      ) : (
                        <rect
                          width="100"
                          height={(bar.value / most) * 100}
                          y={100 - (bar.value / most) * 100}
                        />
                      )}
                    </svg>
                  </span>
                  <span className={styles.value} aria-hidden="true">
                    {count(bar.value)}
                  </span>
                  <span className={styles.label} aria-hidden="true">
                    {(bars.length - 1 - index) % every === 0 && index + 1 >= every && bar.label}
                  </span>
                </BarLink>
              </li>
            ))}
          </List>
        ) : null
      }
    />
  );
}

function BarLink({ bar, unit, children }: { bar: Bar; unit: string; children: ReactNode }) {
  const said = `${bar.name ?? bar.label}: ${count(bar.value)} ${unit}`;
  if (!bar.link) {
    return (
      <span className={styles.link} role="img" aria-label={said} title={said}>
        {children}
      </span>
    );
  }
  return (
    <Link {...bar.link} className={styles.link} title={said}>
      <VisuallyHidden>{said}</VisuallyHidden>
      {children}
    </Link>
  );
}

function PlotTable({ title, bars, unit }: Pick<PlotProps, 'title' | 'bars' | 'unit'>) {
  return (
    <table className={styles.table}>
      <thead>
        <tr>
          <th scope="col">{title}</th>
          <th scope="col">{unit}</th>
        </tr>
      </thead>
      <tbody>
        {bars.map(({ key, label, name, value, link }) => (
          <tr key={key}>
            <th scope="row">{link ? <Link {...link}>{name ?? label}</Link> : (name ?? label)}</th>
            <td>{count(value)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
