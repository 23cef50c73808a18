import { VisuallyHidden } from '@cinematheque/ui/visually-hidden';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Link, useRouter } from '@tanstack/react-router';
import { useCallback, useEffect, useRef, useState } from 'react';
import { useSite } from '../context.ts';
import { countOf } from '../format.ts';
import { suggestionGroups } from './suggestion-groups.ts';
import styles from './suggestions.module.css';

export interface SuggestionsProps {
  /** The combobox that this is the list of. */
  input: HTMLInputElement;
  id: string;
}

/** Long enough that a word in the middle of being typed is not asked for letter by letter. */
const PAUSE_MS = 120;

/** Best matches of each kind. */
const PER_KIND = 4;

/**
 * What is found while one types. It comes to the search box once somebody is in it, and listens to it by itself: the
 * box alone is a plain form.
 */
export function Suggestions({ input, id }: SuggestionsProps) {
  const router = useRouter();
  const { trpc } = useSite();
  const { q, open, close } = useTyped(input);
  const found = useQuery({
    ...trpc.search.everything.queryOptions({ q, limit: PER_KIND }, { trpc: { abortOnUnmount: true } }),
    enabled: open && q !== '',
    placeholderData: keepPreviousData,
  });
  const groups = found.data && q ? suggestionGroups(found.data) : [];
  const all = groups.flatMap(({ suggestions }) => suggestions);
  const shown = open && q !== '' && found.data !== undefined;
  const active = useActive(input, { id, shown, keys: all.map(({ key }) => key), close, choose });

  function choose(key: string) {
    const one = all.find((other) => other.key === key);
    if (one) void router.navigate(one.link);
    close();
  }

  return (
    <>
      <VisuallyHidden>
        <span role="status">{shown && countOf(all.length, 'suggestion')}</span>
      </VisuallyHidden>
      {shown && (
        // A press must not take the focus out of the box before it is a click.
        // biome-ignore lint/a11y/noStaticElementInteractions: it keeps something from happening
        <div className={styles.popup} onMouseDown={(event) => event.preventDefault()}>
          <div role="listbox" id={id} aria-label="Suggestions" className={styles.list}>
            {groups.map(({ title, suggestions }) => (
              <div key={title} role="group" aria-labelledby={`${id}-${title}`} className={styles.group}>
                <p id={`${id}-${title}`} className={`eyebrow ${styles.title}`}>
                  {title}
                </p>
                {suggestions.map(({ key, label, hint, link }) => (
                  <Link
                    key={key}
                    {...link}
                    role="option"
                    id={`${id}-${key}`}
                    aria-selected={key === active}
                    tabIndex={-1}
                    preload={false}
                    onClick={close}
                    className={styles.option}
                  >
                    <span className={styles.label}>{label}</span>
                    <span className={styles.hint}>{hint}</span>
                  </Link>
                ))}
              </div>
            ))}
          </div>
          <p className={styles.foot}>
            {all.length > 0 ? <AllOf q={q} onClick={close} /> : `Nothing like “${q}”.`}
          </p>
        </div>
      )}
    </>
  );
}

function AllOf({ q, onClick }: { q: string; onClick: () => void }) {
  return (
    <Link to="/search" search={{ q }} tabIndex={-1} preload={false} onClick={onClick}>
      All results for “{q}”
    </Link>
  );
}

/** What stands in the box, after a pause; and whether somebody is at it. */
function useTyped(input: HTMLInputElement) {
  const [q, setQ] = useState(input.value.trim());
  const [open, setOpen] = useState(document.activeElement === input && input.value !== input.defaultValue);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  // What was typed a moment before must not open it again.
  const close = useCallback(() => {
    clearTimeout(timer.current);
    setOpen(false);
  }, []);
  useEffect(() => {
    const typed = () => {
      clearTimeout(timer.current);
      timer.current = setTimeout(() => {
        setQ(input.value.trim());
        setOpen(true);
      }, PAUSE_MS);
    };
    const down = ({ key }: KeyboardEvent) => {
      if (key === 'ArrowDown' || key === 'ArrowUp') setOpen(true);
    };
    // What was typed while this was on its way.
    if (document.activeElement === input && input.value !== input.defaultValue) typed();
    input.addEventListener('input', typed);
    input.addEventListener('keydown', down);
    input.addEventListener('blur', close);
    input.form?.addEventListener('submit', close);
    return () => {
      clearTimeout(timer.current);
      input.removeEventListener('input', typed);
      input.removeEventListener('keydown', down);
      input.removeEventListener('blur', close);
      input.form?.removeEventListener('submit', close);
    };
  }, [input, close]);
  return { q, open, close };
}

interface ListState {
  id: string;
  shown: boolean;
  keys: string[];
  close: () => void;
  choose: (key: string) => void;
}

/** The suggestion that the arrow keys have come to; the focus stays in the box. */
function useActive(
  input: HTMLInputElement,
  { id, shown, keys, close, choose }: ListState,
): string | undefined {
  const [active, setActive] = useState<string>();
  const current = shown && active && keys.includes(active) ? active : undefined;
  useEffect(() => {
    input.setAttribute('aria-expanded', String(shown));
    if (current) input.setAttribute('aria-activedescendant', `${id}-${current}`);
    else input.removeAttribute('aria-activedescendant');
    if (current) document.getElementById(`${id}-${current}`)?.scrollIntoView({ block: 'nearest' });
  }, [input, id, shown, current]);
  useEffect(() => {
    function press(event: KeyboardEvent) {
      // Closed already, it empties the box.
      if (event.key === 'Escape') close();
      if (!shown) return;
      const at = current ? keys.indexOf(current) : -1;
      if (event.key === 'ArrowDown') setActive(keys[at + 1]);
      else if (event.key === 'ArrowUp') setActive(at < 0 ? keys.at(-1) : keys[at - 1]);
      else if (event.key === 'Enter' && current) choose(current);
      else if (event.key !== 'Escape') return;
      event.preventDefault();
    }
    input.addEventListener('keydown', press);
    return () => input.removeEventListener('keydown', press);
  });
  return current;
}
