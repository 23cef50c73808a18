import type { AnyCondition, AnyFilter } from '@cinematheque/shared/filter';
import { Chip } from '@cinematheque/ui/chip';
import { Fragment } from 'react';
import { List } from '../../../list.tsx';
import type { PickableName } from '../../api.ts';
import { humanize } from '../../humanize.ts';
import { useChosen } from '../../options.ts';
import { numbersOf } from '../../widgets/widget.ts';
import type { ListSource } from '../list-props.ts';
import styles from './filter.module.css';
import { parseFilter } from './parse-filter.ts';
import { fieldWords, operatorWords } from './words.ts';

type Source = Pick<ListSource, 'fields' | 'labels'>;

/** A filter's parts, each of which can go by itself. */
const partsOf = (filter: AnyFilter): AnyFilter[] => ('and' in filter ? filter.and : [filter]);

/** A filter without one of its parts, as the address has it. */
export function withoutPart(filter: AnyFilter, index: number): string | undefined {
  const rest = partsOf(filter).toSpliced(index, 1);
  return rest.length ? JSON.stringify({ and: rest }) : undefined;
}

/** What a part is about, for whoever hears the button that takes it away. */
const nameOf = (part: AnyFilter, { labels }: Source) =>
  'field' in part ? fieldWords(part.field, labels).toLowerCase() : 'group';

export interface FilterChipsProps {
  source: Source;
  filter: string | undefined;
  onFilter: (filter: string | undefined) => void;
}

/** What the list is filtered by, in words; the cross of each takes it away. */
export function FilterChips({ source, filter: text, onFilter }: FilterChipsProps) {
  const filter = parseFilter(source.fields, text);
  if (!filter) return null;
  return (
    <List className={styles.chips} aria-label="Filters">
      {partsOf(filter).map((part, index) => (
        <li key={JSON.stringify(part)}>
          <Chip
            selected
            removeLabel={`Remove the filter ${nameOf(part, source)}`}
            onRemove={() => onFilter(withoutPart(filter, index))}
          >
            <Words source={source} filter={part} />
          </Chip>
        </li>
      ))}
    </List>
  );
}

/** A filter in words: "Genres is any of Noir, Crime". */
export function Words({ source, filter }: { source: Source; filter: AnyFilter }) {
  if ('field' in filter) return <ConditionWords source={source} condition={filter} />;
  const [parts, glue] = 'and' in filter ? [filter.and, ' and '] : [filter.or, ' or '];
  return (
    <span>
      {parts.map((part, index) => (
        <Fragment key={JSON.stringify(part)}>
          {index > 0 && glue}
          {'field' in part ? (
            <Words source={source} filter={part} />
          ) : (
            <>
              (<Words source={source} filter={part} />)
            </>
          )}
        </Fragment>
      ))}
    </span>
  );
}

function ConditionWords({
  source: { fields, labels },
  condition,
}: {
  source: Source;
  condition: AnyCondition;
}) {
  const { field, op, value } = condition;
  const declared = fields[field];
  return (
    <span>
      {fieldWords(field, labels)} {operatorWords[op]}
      {value !== undefined && ' '}
      {declared?.to && value !== undefined ? <Names to={declared.to} ids={numbersOf(value)} /> : plain(value)}
    </span>
  );
}

const plain = (value: AnyCondition['value']): string => {
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (Array.isArray(value)) return value.map((one) => humanize(String(one)).toLowerCase()).join(', ');
  return typeof value === 'number' ? value.toLocaleString('en-US') : value === undefined ? '' : `“${value}”`;
};

function Names({ to, ids }: { to: PickableName; ids: number[] }) {
  return useChosen(to, ids)
    .map(({ label }) => label)
    .join(', ');
}
