import type { AdditionalImage } from '@cinematheque/shared/person';
import { defineEntity, p } from '@mikro-orm/core';
import { Country } from './country.ts';
import { File } from './file.ts';
import { precision, record } from './record.ts';

export const Person = defineEntity({
  name: 'Person',
  tableName: 'persons',
  properties: {
    ...record,
    firstName: p.string().length(255).nullable(),
    lastName: p.string().length(255),
    biography: p.text().nullable(),
    dateOfBirth: p.date().nullable(),
    dateOfBirthPrecision: precision(),
    gender: p.string().length(20).default('unknown'),
    countryId: () => p.manyToOne(Country).mapToPk().fieldName('country_id').nullable(),
    primaryPhotoFileId: () => p.oneToOne(File).mapToPk().fieldName('primary_photo_file_id').nullable(),
    additionalImages: p.json<AdditionalImage[]>().defaultRaw(`'[]'`),
    tmdbId: p.integer().nullable(),
  },
});
