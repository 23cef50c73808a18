import { fullName, yearOf } from '@cinematheque/shared/names';
import { personBulk, personInput, personListFields } from '@cinematheque/shared/person';
import { splitName } from '@cinematheque/shared/split-name';
import { Users } from 'lucide-react';
import { Portrait, Somebody } from '../cells.tsx';
import { defineResource } from '../resource/define.tsx';
import { bulkSet } from '../resource/list/bulk/bulk-action.ts';
import { trpc } from '../trpc.ts';

const genders = { female: 'Female', male: 'Male', 'non-binary': 'Non-binary', unknown: 'Unknown' };

export const persons = defineResource({
  name: 'persons',
  label: 'People',
  one: 'person',
  group: 'Catalog',
  icon: Users,
  api: trpc.admin.persons,
  input: personInput,
  title: fullName,
  sorts: ['name', 'dateOfBirth', 'createdAt', 'updatedAt'],
  fields: personListFields,
  columns: [
    {
      name: 'name',
      header: 'Name',
      cell: (person) => <Somebody name={fullName(person)} photo={person.photo} />,
    },
    {
      name: 'dateOfBirth',
      header: 'Born',
      cell: (person) => yearOf(person.dateOfBirth),
      numeric: true,
      edit: (f) => f.date('dateOfBirth'),
    },
    {
      name: 'gender',
      header: 'Gender',
      cell: ({ gender }) => genders[gender],
      hidden: true,
      edit: (f) => f.choice('gender', genders),
    },
    {
      name: 'country',
      header: 'Country',
      cell: (person) => person.country?.name,
      edit: (f) => f.relation('countryId', 'countries', { label: 'Country' }),
    },
    {
      name: 'movies',
      header: 'Films',
      cell: (person) => person.movies,
      numeric: true,
      unit: ['film', 'films'],
    },
  ],
  picture: (person) => <Portrait name={fullName(person)} photo={person.photo} />,
  bulk: bulkSet(trpc.admin.persons, personBulk, (f) => [
    f.relation('countryId', 'countries', { label: 'Country' }),
    f.choice('gender', genders),
    f.date('dateOfBirth'),
  ]),
  peek: ({ biography }) => biography && <p>{biography}</p>,
  form: (f) => [
    f.text('firstName'),
    f.text('lastName'),
    f.date('dateOfBirth', { hint: 'A day, a month or a year: 1904, 1904-05, 1904-05-17' }),
    f.choice('gender', genders),
    f.relation('countryId', 'countries', { label: 'Country' }),
    f.prose('biography'),
    f.image('primaryPhotoFileId', { label: 'Portrait' }),
    f.images('additionalImages'),
  ],
  inPlace: {
    form: (f) => [f.text('firstName'), f.text('lastName'), f.date('dateOfBirth')],
    read: splitName,
  },
  page: (id) => `/people/${id}`,
});
