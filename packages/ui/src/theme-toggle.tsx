import { Monitor, Moon, Sun } from 'lucide-react';
import { useId, useSyncExternalStore } from 'react';
import { applyTheme, readTheme, subscribeTheme, type Theme } from './theme-store.ts';
import styles from './theme-toggle.module.css';

const choices = [
  { theme: 'system', label: 'As the system', Icon: Monitor },
  { theme: 'light', label: 'Light', Icon: Sun },
  { theme: 'dark', label: 'Dark', Icon: Moon },
] as const satisfies { theme: Theme; label: string; Icon: typeof Sun }[];

/** System, light or dark; remembered in this browser, and in step between its tabs. */
export function ThemeToggle() {
  const name = useId();
  const chosen = useSyncExternalStore(subscribeTheme, readTheme, () => 'system');
  return (
    <fieldset className={styles.toggle}>
      <legend className={styles.legend}>Theme</legend>
      {choices.map(({ theme, label, Icon }) => (
        <label key={theme} className={styles.choice} title={label}>
          <input
            type="radio"
            name={name}
            className={styles.input}
            checked={chosen === theme}
            onChange={() => applyTheme(theme)}
            aria-label={label}
          />
          <Icon size={16} aria-hidden="true" />
        </label>
      ))}
    </fieldset>
  );
}
