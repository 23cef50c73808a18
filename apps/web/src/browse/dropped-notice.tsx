import { Notice } from '@cinematheque/ui/notice';

/** Says which parts of an address meant nothing and were left out. */
export function DroppedNotice({ dropped }: { dropped: readonly string[] }) {
  if (!dropped.length) return null;
  return (
    <Notice tone="warning" title="Part of this address was left out">
      There is no such {dropped.join(', ')}. The list shows what is left.
    </Notice>
  );
}
