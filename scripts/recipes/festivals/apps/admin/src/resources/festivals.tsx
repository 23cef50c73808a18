import { festivalInput, festivalListFields } from '@cinematheque/shared/festival';
import { Trophy } from 'lucide-react';
import { defineResource } from '../resource/define.tsx';
import { trpc } from '../trpc.ts';

export const festivals = defineResource({
  name: 'festivals',
  label: 'Festivals',
  one: 'festival',
  group: 'Catalog',
  icon: Trophy,
  api: trpc.admin.festivals,
  input: festivalInput,
  title: (festival) => festival.name,
  sorts: ['name', 'year', 'createdAt'],
  fields: festivalListFields,
  columns: [
    'name',
    { name: 'year', header: 'Year', cell: (festival) => festival.year, numeric: true },
    { name: 'country', header: 'Country', cell: (festival) => festival.country?.name },
  ],
  form: (f) => [f.text('name'), f.number('year'), f.relation('countryId', 'countries', { label: 'Country' })],
});
