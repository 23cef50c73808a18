import { humanizePath, type Labels } from '../humanize.ts';

/** What changed fields are called. A date and its precision are one field to whoever reads. */
export const changedLabels = (changed: string[], labels: Labels): string[] => [
  ...new Set(changed.map((field) => humanizePath(field.replace(/Precision$/, ''), labels))),
];
