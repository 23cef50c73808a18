import { defineEntity, p } from '@mikro-orm/core';
import { record } from './record.ts';

export const Country = defineEntity({
  name: 'Country',
  tableName: 'countries',
  properties: {
    ...record,
    name: p.string().length(100),
    isoCode: p.string().length(2).nullable(),
  },
});
