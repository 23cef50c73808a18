import { defineEntity, p } from '@mikro-orm/core';
import { Country } from './country.ts';
import { record } from './record.ts';

export const Festival = defineEntity({
  name: 'Festival',
  tableName: 'festivals',
  properties: {
    ...record,
    name: p.string().length(100),
    countryId: () => p.manyToOne(Country).mapToPk().fieldName('country_id').nullable(),
    year: p.integer().nullable(),
  },
});
