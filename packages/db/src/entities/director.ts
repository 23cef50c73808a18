import { defineEntity, p } from '@mikro-orm/core';
import { File } from './file.ts';
import { Person } from './person.ts';
import { record } from './record.ts';

export const Director = defineEntity({
  name: 'Director',
  tableName: 'directors',
  properties: {
    ...record,
    firstName: p.string().length(255).nullable(),
    lastName: p.string().length(255),
    photoFileId: () => p.oneToOne(File).mapToPk().fieldName('photo_file_id').nullable(),
    personId: () => p.oneToOne(Person).mapToPk().fieldName('person_id').nullable(),
    tmdbId: p.integer().nullable(),
  },
});
