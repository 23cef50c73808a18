import { buttonClass } from '@cinematheque/ui/button-class';
import { Link } from '@tanstack/react-router';
import { Shuffle } from 'lucide-react';
import { type Browse, withBrowse } from './browse.ts';
import styles from './surprise.module.css';

/** Any one of the films that are left. */
export function Surprise({ browse }: { browse: Browse }) {
  const search = withBrowse(browse, { sort: undefined });
  return (
    <Link
      to="/surprise"
      search={search}
      preload={false}
      rel="nofollow"
      className={`${buttonClass()} ${styles.surprise}`}
      title="Any one of these films"
    >
      <Shuffle size={16} aria-hidden="true" />
      <span className={styles.wide}>Surprise me</span>
    </Link>
  );
}
