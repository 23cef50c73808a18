import type { Transaction } from '@cinematheque/db/change';
import { Person } from '@cinematheque/db/entities/person';
import { insertRow } from '@cinematheque/db/repository';
import {
  type AdditionalImage,
  personBulk,
  personInput,
  personListFields,
  personRow,
} from '@cinematheque/shared/person';
import { changeId } from '@cinematheque/shared/resource';
import { id } from '@cinematheque/shared/text';
import { sql } from 'kysely';
import { z } from 'zod';
import { bulkOf } from '../bulk.ts';
import { crud, kindOf, versioned } from '../crud.ts';
import { image, type Json, knownFor, named } from '../json.ts';
import { sortBy } from '../page.ts';
import { byViewer, readRecord, saveRecord } from '../records.ts';
import { editorProcedure } from '../trpc.ts';
import { refuseMissing } from './missing.ts';
import { directorsOf, moviesOf, nameOf } from './uses.ts';

const resource = {
  entity: Person,
  noun: 'person',
  input: personInput,
  row: personRow,
  fields: personListFields,
  computed: {
    country: named('t', 'country_id', 'countries'),
    photo: image('t', 'primary_photo_file_id'),
    movies: sql`(select count(*) from movie_persons x where x.person_id = t.id)`,
  },
  filters: {
    firstName: { wide: sql`t.name_folded` },
    lastName: { wide: sql`t.name_folded` },
    additionalImages: { raw: sql`nullif(t.additional_images, '[]')` },
    movieIds: {
      by: sql`x.movie_id`,
      within: (condition: Json) =>
        sql`exists (select from movie_persons x where x.person_id = t.id and ${condition})`,
    },
  },
  search: 't.name_folded',
  sort: {
    name: (down: boolean) => sortBy.text('t.sort_name', down),
    dateOfBirth: (down: boolean) => sortBy.date('t.date_of_birth', down),
    createdAt: (down: boolean) => sortBy.instant('t.created_at', down),
    updatedAt: (down: boolean) => sortBy.instant('t.updated_at', down),
  },
  defaultSort: ['name'],
  label: nameOf('t'),
  hint: sql`concat_ws(' · ', 'born ' || extract(year from t.date_of_birth),
    'known for ' || nullif(array_to_string(${knownFor('t')}, ', '), ''))`,
  photo: image('t', 'primary_photo_file_id'),
  uses: [
    moviesOf(
      (ids) => sql`select x.person_id, m.id, m.title from movie_persons x
      join movies m on m.id = x.movie_id where x.person_id = any(${ids})`,
    ),
    directorsOf(
      (ids) => sql`select d.person_id, d.id, ${nameOf('d')} from directors d where d.person_id = any(${ids})`,
    ),
  ],
};
/** What the list and its filters are made of. */
export const personKind = kindOf(resource);

/** Pictures in a list have no foreign key that would ask whether they exist. */
const refuseMissingImages = (tx: Transaction, images: AdditionalImage[] = []) =>
  refuseMissing(
    tx,
    'files',
    images.map(({ fileId }) => fileId),
    (index) => `additionalImages.${index}.fileId`,
  );

export const persons = {
  ...crud(resource),
  ...bulkOf(resource, personBulk),
  create: editorProcedure
    .input(z.strictObject({ data: personInput }))
    .output(versioned(personRow))
    .mutation(async ({ ctx, input: { data } }) => {
      const key = await ctx.db.change(byViewer(ctx.viewer, 'Created a person'), async (tx) => {
        await refuseMissingImages(tx, data.additionalImages);
        return insertRow(tx, Person, data);
      });
      return { item: await readRecord(ctx.db, personKind, key) };
    }),
  update: editorProcedure
    .input(z.strictObject({ id, data: personInput.partial(), baseChangeId: changeId.optional() }))
    .output(versioned(personRow))
    .mutation(async ({ ctx, input: { id, data, baseChangeId } }) => {
      await ctx.db.change(byViewer(ctx.viewer, 'Edited a person'), async (tx) => {
        await saveRecord(tx, personKind, { id }, data, baseChangeId);
        await refuseMissingImages(tx, data.additionalImages);
      });
      return { item: await readRecord(ctx.db, personKind, { id }) };
    }),
};
