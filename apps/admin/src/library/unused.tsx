import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { unused, unusedLink } from '../filter-links.ts';
import { trpc } from '../trpc.ts';
import { sizeOf } from '../upload/size.ts';
import styles from './library.module.css';

/** How many files nothing shows, and the room that they take. */
export function UnusedFiles() {
  const { data } = useQuery({
    queryKey: ['files', 'size', unused],
    queryFn: () => trpc.admin.files.size.query({ filter: unused }),
  });
  if (!data?.files) return null;
  return (
    <p className={styles.hint}>
      <Link {...unusedLink}>
        {data.files === 1 ? 'One file is' : `${data.files.toLocaleString('en-US')} files are`} shown nowhere
      </Link>
      , of {sizeOf(data.bytes)} in all.
    </p>
  );
}
