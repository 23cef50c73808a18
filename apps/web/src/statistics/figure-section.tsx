import type { ReactNode } from 'react';
import { Section } from '../components/section.tsx';
import { formatCount } from '../format.ts';
import styles from './figure-section.module.css';

export interface FigureRow {
  key: number;
  /** What is counted, as a link to its films. */
  name: ReactNode;
  movies: number;
}

export interface FigureSectionProps {
  title: string;
  /** What the first column of the table holds. */
  heading: string;
  rows: FigureRow[];
  children: ReactNode;
}

/** A plot, and beneath it the same numbers as a table. */
export function FigureSection({ title, heading, rows, children }: FigureSectionProps) {
  return (
    <Section title={title}>
      {children}
      <details className={styles.view}>
        <summary>As a table</summary>
        <table className={styles.table}>
          <caption className={styles.caption}>{title}</caption>
          <thead>
            <tr>
              <th scope="col">{heading}</th>
              <th scope="col" className={styles.number}>
                Films
              </th>
            </tr>
          </thead>
          <tbody>
            {rows.map(({ key, name, movies }) => (
              <tr key={key}>
                <th scope="row">{name}</th>
                <td className={styles.number}>{formatCount(movies)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </Section>
  );
}
