import { ago } from './ago.ts';

/** An instant: how long ago, and exactly on asking. */
export function When({ at }: { at: string }) {
  return (
    <time dateTime={at} title={new Date(at).toLocaleString('en-US')}>
      {ago(at)}
    </time>
  );
}
