import { type CountryInput, countryInput, countryListFields } from '@cinematheque/shared/country';
import { Globe } from 'lucide-react';
import { defineResource } from '../resource/define.tsx';
import { fieldsOf } from '../resource/fields.ts';
import { trpc } from '../trpc.ts';

const f = fieldsOf<CountryInput>();
const fields = () => [
  f.text('name'),
  f.text('isoCode', { label: 'ISO code', hint: 'Two letters, such as FR' }),
];

export const countries = defineResource({
  name: 'countries',
  label: 'Countries',
  one: 'country',
  group: 'Catalog',
  icon: Globe,
  api: trpc.admin.countries,
  input: countryInput,
  title: (country) => country.name,
  sorts: ['name', 'createdAt', 'updatedAt'],
  fields: countryListFields,
  columns: [
    'name',
    {
      name: 'isoCode',
      header: 'ISO code',
      cell: (country) => country.isoCode,
      edit: (f) => f.text('isoCode', { label: 'ISO code' }),
    },
    {
      name: 'movies',
      header: 'Films',
      cell: (country) => country.movies.toLocaleString('en-US'),
      numeric: true,
      unit: ['film', 'films'],
    },
  ],
  form: fields,
  inPlace: { form: fields, read: (name) => ({ name }) },
  page: (id) => `/countries/${id}`,
});
