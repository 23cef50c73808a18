import type { RecordLink } from '@cinematheque/shared/dashboard';
import { fullName, yearOf } from '@cinematheque/shared/names';
import type { SearchResult } from '@cinematheque/shared/search';
import { Avatar } from '@cinematheque/ui/avatar';
import { keepPreviousData, skipToken, useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { pictureAt } from '../base-path.ts';
import { MoviePoster } from '../movie/title-cell.tsx';
import { useDebounced } from '../resource/options.ts';
import type { Resource } from '../resource/resource.ts';
import { resources } from '../resources/registry.ts';
import { trpc } from '../trpc.ts';
import type { Entry, EntryGroup } from './entry.ts';
import { closeness } from './score.ts';

const OF_EACH = 5;

type Open = (resource: Resource['name'], id: number) => () => void;
const words = (...parts: (string | number | null | undefined)[]) => parts.filter(Boolean).join(', ') || null;
const films = (count: number) => (count === 1 ? '1 film' : `${count.toLocaleString('en-US')} films`);
const knownFor = (titles: string[]) => (titles.length ? `known for ${titles.join(', ')}` : null);

/** What a search found, as lines; each says who is who. */
function entriesOf(found: SearchResult, open: Open): Partial<Record<Resource['name'], Entry[]>> {
  const plain = (resource: 'genres' | 'countries' | 'characters') => {
    const { icon: Icon } = resources[resource];
    return <Icon />;
  };
  return {
    movies: found.movies.map((movie) => ({
      ...{ key: `movies ${movie.id}`, label: movie.title, picture: <MoviePoster movie={movie} /> },
      hint: words(yearOf(movie.releaseDate), movie.director && fullName(movie.director)),
      run: open('movies', movie.id),
    })),
    persons: found.persons.map((person) => ({
      ...{ key: `persons ${person.id}`, label: fullName(person), picture: <Portrait of={person} /> },
      hint: words(person.dateOfBirth && `born ${yearOf(person.dateOfBirth)}`, knownFor(person.knownFor)),
      run: open('persons', person.id),
    })),
    directors: found.directors.map((director) => ({
      ...{ key: `directors ${director.id}`, label: fullName(director), picture: <Portrait of={director} /> },
      ...{ hint: words(knownFor(director.knownFor)), run: open('directors', director.id) },
    })),
    characters: found.characters.map((character) => ({
      ...{ key: `characters ${character.id}`, label: character.name, picture: plain('characters') },
      hint: words(`in ${character.movie.title}`, `played by ${fullName(character.person)}`),
      run: open('characters', character.id),
    })),
    genres: found.genres.map(({ id, name, movies }) => ({
      ...{ key: `genres ${id}`, label: name, hint: films(movies), picture: plain('genres') },
      run: open('genres', id),
    })),
    countries: found.countries.map(({ id, name, movies }) => ({
      ...{ key: `countries ${id}`, label: name, hint: films(movies), picture: plain('countries') },
      run: open('countries', id),
    })),
  };
}

function Portrait({ of }: { of: SearchResult['persons'][number] | SearchResult['directors'][number] }) {
  return <Avatar size="small" name={fullName(of)} portrait={pictureAt(of.photo, 'portrait')} />;
}

function latestEntry({ resource, id, label, hint }: RecordLink, open: Open): Entry {
  const { icon: Icon, one } = resources[resource];
  return {
    key: `${resource} ${id}`,
    label,
    hint: words(one, hint),
    picture: <Icon />,
    run: open(resource, id),
  };
}

/** Records that fit what was typed, the kind with the best match first; without a text those written last. */
export function useRecords(
  typed: string,
  administrator: boolean,
): { groups: EntryGroup[]; stale: boolean; failed: boolean } {
  const navigate = useNavigate();
  const q = useDebounced(typed.trim(), 120);
  const open: Open = (resource, id) => () =>
    void navigate({ to: '/$resource/$id', params: { resource, id: String(id) } });
  const latest = useQuery({
    queryKey: ['dashboard', 'latest'],
    queryFn: async () => (await trpc.admin.dashboard.latest.query()).items,
  });
  const found = useQuery({
    queryKey: ['palette', 'search', q],
    queryFn: q ? () => trpc.search.everything.query({ q, limit: OF_EACH }) : skipToken,
    placeholderData: keepPreviousData,
  });
  const accounts = useQuery({
    queryKey: ['users', 'options', q, OF_EACH],
    queryFn:
      q && administrator
        ? async () => (await trpc.admin.users.options.query({ q, limit: OF_EACH })).items
        : skipToken,
    placeholderData: keepPreviousData,
  });
  const files = useQuery({
    queryKey: ['files', 'options', q, OF_EACH],
    queryFn: q ? async () => (await trpc.admin.files.options.query({ q, limit: OF_EACH })).items : skipToken,
    placeholderData: keepPreviousData,
  });
  if (!typed.trim()) {
    const items = (latest.data ?? []).map((record) => latestEntry(record, open));
    return { groups: [{ value: 'Latest records', items }], stale: latest.isPending, failed: latest.isError };
  }
  const options = (resource: 'users' | 'files', choices: typeof files.data): Entry[] => {
    const { icon: Icon } = resources[resource];
    return (choices ?? []).map(({ id, label, hint }) => ({
      ...{ key: `${resource} ${id}`, label, hint, picture: <Icon /> },
      run: open(resource, id),
    }));
  };
  const every = {
    ...(found.data && entriesOf(found.data, open)),
    files: options('files', files.data),
    users: options('users', accounts.data),
  };
  const groups = Object.values(resources)
    .map(({ name, label }) => ({ value: label, items: every[name] ?? [] }))
    .filter(({ items }) => items.length)
    .sort((a, b) => best(a, q) - best(b, q));
  return {
    groups,
    stale: q !== typed.trim() || found.isPlaceholderData || found.isPending,
    failed: found.isError,
  };
}

const best = ({ items }: EntryGroup, q: string) => Math.min(...items.map(({ label }) => closeness(label, q)));
