import { personInput } from '@cinematheque/shared/person';
import { fullName, yearOf } from '@cinematheque/shared/refs';
import { Users } from 'lucide-react';
import { Somebody } from '../cells.tsx';
import { defineResource } from '../resource/define.tsx';
import { trpc } from '../trpc.ts';

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
  columns: [
    {
      name: 'name',
      header: 'Name',
      cell: (person) => <Somebody name={fullName(person)} photo={person.photo} />,
    },
    { name: 'dateOfBirth', header: 'Born', cell: (person) => yearOf(person.dateOfBirth), numeric: true },
    { name: 'country', header: 'Country', cell: (person) => person.country?.name },
    { name: 'movies', header: 'Films', cell: (person) => person.movies, numeric: true, unit: 'films' },
  ],
  form: (f) => [
    f.text('firstName'),
    f.text('lastName'),
    f.date('dateOfBirth', { hint: 'A day, a month or a year: 1904, 1904-05, 1904-05-17' }),
    f.choice('gender', { female: 'Female', male: 'Male', 'non-binary': 'Non-binary', unknown: 'Unknown' }),
    f.relation('countryId', 'countries', { label: 'Country' }),
    f.prose('biography'),
    f.image('primaryPhotoFileId', { label: 'Portrait' }),
    f.images('additionalImages'),
  ],
  page: (id) => `/people/${id}`,
});
