import { useLocation } from '@tanstack/react-router';
import { PencilLine } from 'lucide-react';
import { useViewer } from '../account/viewer.ts';
import { useFileUrl } from '../links.ts';
import styles from './edit-link.module.css';

/** What the console calls the pages' records. */
const resources: Record<string, string> = {
  movies: 'movies',
  people: 'persons',
  directors: 'directors',
  genres: 'genres',
  countries: 'countries',
  characters: 'characters',
};

/** The console's page for a page of the site, which leads back to it; null where there is nothing to edit. */
export function editPath(path: string): string | null {
  const [, section = '', id] = path.match(/^\/([a-z]+)(?:\/(\d+)[^/]*)?\/?$/) ?? [];
  const resource = resources[section];
  return resource ? `/admin/${resource}${id ? `/${id}?from=site` : ''}` : null;
}

/** For editors, on every page of a record or of many; the key "e" follows it. */
export function EditLink() {
  const viewer = useViewer();
  const fileUrl = useFileUrl();
  const path = useLocation({ select: ({ pathname }) => pathname });
  const edit = editPath(path);
  if (!edit || !viewer || viewer.role === 'visitor') return null;
  return (
    <a href={fileUrl(edit)} className={styles.edit} aria-keyshortcuts="e" data-edit-link title="Edit (e)">
      <PencilLine size={18} aria-hidden="true" />
      Edit
    </a>
  );
}
