import { Search } from 'lucide-react';
import type { ComponentProps } from 'react';
import styles from './control.module.css';
import { cx } from './cx.ts';

export interface SearchInputProps extends Omit<ComponentProps<'input'>, 'type'> {
  /** Its name for a screen reader, since it has no label above. */
  label: string;
}

/** A search box: a magnifying glass, and the browser's own way to clear it. */
export function SearchInput({ label, className, placeholder, ...rest }: SearchInputProps) {
  return (
    <span className={styles.frame}>
      <Search className={styles.before} size={18} aria-hidden="true" />
      <input
        enterKeyHint="search"
        autoComplete="off"
        {...rest}
        type="search"
        aria-label={label}
        placeholder={placeholder ?? label}
        className={cx(styles.control, styles.search, className)}
      />
    </span>
  );
}
