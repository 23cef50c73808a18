import { Monitor, Moon, Sun } from 'lucide-react';
import { useEffect, useId, useRef, useSyncExternalStore } from 'react';
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
  const fieldset = useRef<HTMLFieldSetElement>(null);
  // A choice that was made before this code was there counts, too. The server's page has chosen the first.
  useEffect(() => {
    const pressed = fieldset.current?.querySelector<HTMLInputElement>('input:checked')?.value;
    const choice = choices.find(({ theme }) => theme === pressed);
    if (choice && choice.theme !== 'system' && choice.theme !== readTheme()) applyTheme(choice.theme);
  }, []);
  return (
    <fieldset ref={fieldset} className={styles.toggle}>
      <legend className={styles.legend}>Theme</legend>
      {choices.map(({ theme, label, Icon }) => (
        <label key={theme} className={styles.choice} title={label}>
          <input
            type="radio"
            name={name}
            value={theme}
            autoComplete="off"
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
