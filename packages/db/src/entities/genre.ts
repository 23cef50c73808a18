import { defineEntity, p } from '@mikro-orm/core';
import { record } from './record.ts';

export const Genre = defineEntity({
  name: 'Genre',
  tableName: 'genres',
  properties: {
    ...record,
    name: p.string().length(100),
    tmdbId: p.integer().nullable(),
  },
});
