import { Button } from '@cinematheque/ui/button';
import { IconButton } from '@cinematheque/ui/icon-button';
import { Select } from '@cinematheque/ui/select';
import { Plus, Trash2 } from 'lucide-react';
import { List } from '../../../list.tsx';
import type { Labels } from '../../humanize.ts';
import type { ListFields } from '../../resource.ts';
import { ConditionRow } from './condition-row.tsx';
import { conditionOn, type Draft, type DraftGroup, isGroup, newGroup } from './draft.ts';
import styles from './filter.module.css';

export interface GroupBoxProps {
  fields: ListFields;
  labels: Labels;
  group: DraftGroup;
  /** How many groups it lies in. */
  depth: number;
  onChange: (group: DraftGroup) => void;
  /** Puts something else in a part's place, wherever it stands; null takes it out. */
  onPart: (key: number, part: Draft | null) => void;
}

const DEEPEST = 2;

/** Conditions of which all, or any, must hold; groups may lie in groups. */
export function GroupBox({ fields, labels, group, depth, onChange, onPart }: GroupBoxProps) {
  const [first] = Object.entries(fields);
  const add = (part: Draft) => onChange({ ...group, parts: [...group.parts, part] });
  const fresh = () => first && conditionOn(...first);
  return (
    <div
      className={depth ? styles.inner : undefined}
      role="group"
      aria-label={depth ? 'Group of conditions' : 'Filter'}
    >
      <div className={styles.mode}>
        <span>Show what meets</span>
        <Select
          aria-label="All or any"
          value={group.mode}
          onChange={(event) => onChange({ ...group, mode: event.target.value === 'or' ? 'or' : 'and' })}
        >
          <option value="and">all of these</option>
          <option value="or">any of these</option>
        </Select>
        {depth > 0 && (
          <IconButton label="Remove this group" onClick={() => onPart(group.key, null)}>
            <Trash2 />
          </IconButton>
        )}
      </div>
      <List className={styles.parts}>
        {group.parts.map((part) =>
          isGroup(part) ? (
            <li key={part.key}>
              <GroupBox
                {...{ fields, labels, onPart }}
                group={part}
                depth={depth + 1}
                onChange={(next) => onPart(part.key, next)}
              />
            </li>
          ) : (
            <ConditionRow
              key={part.key}
              {...{ fields, labels }}
              condition={part}
              onChange={(next) => onPart(part.key, next)}
              onRemove={() => onPart(part.key, null)}
            />
          ),
        )}
      </List>
      <div className={styles.add}>
        <Button
          size="small"
          onClick={() => {
            const condition = fresh();
            if (condition) add(condition);
          }}
        >
          <Plus size={16} aria-hidden="true" />
          Add condition
        </Button>
        {depth < DEEPEST && (
          <Button
            size="small"
            variant="quiet"
            onClick={() => {
              const condition = fresh();
              add(newGroup(group.mode === 'and' ? 'or' : 'and', condition ? [condition] : []));
            }}
          >
            <Plus size={16} aria-hidden="true" />
            Add group
          </Button>
        )}
      </div>
    </div>
  );
}
