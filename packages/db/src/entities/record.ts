import { p } from '@mikro-orm/core';

/** When a row came and when it last changed. Both are the database's: its clock, and a trigger for the second. */
export const timestamps = {
  createdAt: p.datetime(3).defaultRaw('now()'),
  updatedAt: p.datetime(3).defaultRaw('now()'),
};

/** What a row with an id of its own begins with. */
export const record = {
  id: p.integer().primary().autoincrement(),
  ...timestamps,
};

/** How exact a date is: "1999" is 1999-01-01 with precision "year". */
export const precision = () => p.string().length(5).default('day');
