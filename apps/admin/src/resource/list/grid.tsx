import { Link } from '@tanstack/react-router';
import type { KeyboardEvent } from 'react';
import { List } from '../../list.tsx';
import type { Head, Line } from './columns.tsx';
import styles from './grid.module.css';
import type { ListSource } from './list-props.ts';
import type { ListSearch } from './list-search.ts';

export interface GridProps {
  source: ListSource;
  lines: Line[];
  head: Head[];
  from: ListSearch;
  isSelected: (line: Line) => boolean;
  onSelect: (lines: Line[], on: boolean) => void;
}

/** How many cards stand beside each other. */
function perLine(cards: HTMLElement[]): number {
  const top = cards[0]?.offsetTop;
  const next = cards.findIndex(({ offsetTop }) => offsetTop !== top);
  return next < 0 ? cards.length : next;
}

/** The rows of a list as pictures: arrows move, Enter opens, Space selects. */
export function Grid({ source, lines, head, from, isSelected, onSelect }: GridProps) {
  function onKeyDown(event: KeyboardEvent<HTMLElement>, line: Line) {
    if (event.key === ' ') {
      event.preventDefault();
      onSelect([line], !isSelected(line));
      return;
    }
    const cards = [...document.querySelectorAll<HTMLElement>('[data-card]')];
    const columns = perLine(cards);
    const step = { ArrowRight: 1, ArrowLeft: -1, ArrowDown: columns, ArrowUp: -columns }[event.key];
    if (!step) return;
    event.preventDefault();
    const at = cards.findIndex((card) => card.contains(event.target instanceof Node ? event.target : null));
    cards[at + step]?.querySelector<HTMLElement>('a')?.focus();
  }

  const details = head.filter(({ main }) => !main).slice(0, 2);
  return (
    <List className={styles.grid} aria-label={source.label}>
      {lines.map((line) => (
        <li key={line.id} className={styles.card} data-card="" data-selected={isSelected(line) || undefined}>
          <Link
            to="/$resource/$id"
            params={{ resource: source.name, id: line.id }}
            search={{ ...from, after: undefined }}
            className={styles.link}
            data-open=""
            data-row={line.id}
            onKeyDown={(event) => onKeyDown(event, line)}
          >
            <span className={styles.picture}>{line.picture}</span>
            <span className={styles.name}>{line.title}</span>
          </Link>
          <p className={styles.details}>
            {details.map(({ name }) => (
              <span key={name}>{line.cells[name]}</span>
            ))}
          </p>
          <input
            type="checkbox"
            className={styles.box}
            aria-label={`Select ${line.title}`}
            checked={isSelected(line)}
            onChange={(event) => onSelect([line], event.target.checked)}
          />
        </li>
      ))}
    </List>
  );
}
