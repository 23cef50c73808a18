const times = new Intl.RelativeTimeFormat('en-US', { numeric: 'auto' });
const steps = [
  { unit: 'day', ms: 86_400_000 },
  { unit: 'hour', ms: 3_600_000 },
  { unit: 'minute', ms: 60_000 },
] as const;

/** "3 hours ago". */
export function ago(at: string, now = Date.now()): string {
  const passed = Math.max(0, now - Date.parse(at));
  const step = steps.find(({ ms }) => passed >= ms);
  return step ? times.format(-Math.floor(passed / step.ms), step.unit) : 'just now';
}
