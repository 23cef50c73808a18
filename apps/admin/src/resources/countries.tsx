import { countryInput } from '@cinematheque/shared/country';
import { Globe } from 'lucide-react';
import { defineResource } from '../resource/define.tsx';
import { trpc } from '../trpc.ts';

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
  columns: [
    'name',
    { name: 'isoCode', header: 'ISO code', cell: (country) => country.isoCode },
    { name: 'movies', header: 'Films', cell: (country) => country.movies, numeric: true, unit: 'films' },
  ],
  form: (f) => [f.text('name'), f.text('isoCode', { label: 'ISO code', hint: 'Two letters, such as FR' })],
  page: (id) => `/countries/${id}`,
});
