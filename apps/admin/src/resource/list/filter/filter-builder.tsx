import { filterOf } from '@cinematheque/shared/filter';
import { Notice } from '@cinematheque/ui/notice';
import { useEffect, useState } from 'react';
import { useDebounced } from '../../options.ts';
import type { ListSource } from '../list-props.ts';
import { type DraftGroup, filterOfDraft, startFrom, withPart } from './draft.ts';
import styles from './filter.module.css';
import { GroupBox } from './group-box.tsx';
import { parseFilter } from './parse-filter.ts';

const PAUSE = 300;

export interface FilterBuilderProps {
  source: Pick<ListSource, 'fields' | 'labels'>;
  /** The filter in the address. */
  filter: string | undefined;
  onFilter: (filter: string | undefined) => void;
}

/** Builds a filter. What is complete is asked for at once; what is not, waits here. */
export default function FilterBuilder({ source: { fields, labels }, filter, onFilter }: FilterBuilderProps) {
  const [draft, setDraft] = useState<DraftGroup>(() => startFrom(parseFilter(fields, filter)));
  const complete = filterOfDraft(draft);
  const now = complete ? JSON.stringify(complete) : '';
  const settled = useDebounced(now, PAUSE);
  const checked = complete ? filterOf(fields).safeParse(complete) : null;
  const wrong = checked?.error?.issues[0]?.message;

  useEffect(() => {
    if (settled === now && settled !== (filter ?? '') && !wrong) onFilter(settled || undefined);
  }, [settled]);

  // Chips, Back and links change the address: the builder follows.
  useEffect(() => {
    if ((filter ?? '') !== now) setDraft(startFrom(parseFilter(fields, filter)));
  }, [filter]);

  return (
    <div className={styles.builder}>
      <GroupBox
        {...{ fields, labels }}
        group={draft}
        depth={0}
        onChange={setDraft}
        onPart={(key, part) => setDraft((current) => withPart(current, key, part))}
      />
      {wrong && <Notice tone="danger">{wrong}</Notice>}
    </div>
  );
}
