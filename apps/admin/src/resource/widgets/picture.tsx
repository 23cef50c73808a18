import { pictureFor } from '@cinematheque/shared/picture';
import { Picture as Shown } from '@cinematheque/ui/picture';
import { Skeleton } from '@cinematheque/ui/skeleton';
import { useQuery } from '@tanstack/react-query';
import { basePath } from '../../base-path.ts';
import { trpc } from '../../trpc.ts';
import styles from './widgets.module.css';

/** What is known of a file of the library. */
export const useFile = (id: number | null) =>
  useQuery({
    queryKey: ['files', 'shown', id],
    queryFn: async () => (id === null ? null : (await trpc.admin.files.get.query({ id })).item),
    staleTime: Number.POSITIVE_INFINITY,
  }).data;

/** A file of the library by its number, with its name and size: never a bare number. */
export function Picture({ id }: { id: number }) {
  const file = useFile(id);
  return (
    <figure className={styles.picture}>
      <span className={styles.frame}>
        {file ? (
          <Shown fill source={pictureFor(file.picture, 'square', basePath)} sizes="4.5rem" alt="" />
        ) : (
          <Skeleton shape="block" />
        )}
      </span>
      <figcaption className={styles.caption}>
        {file ? (
          <>
            <span className={styles.fileName}>{file.fileName}</span>
            <span>
              {file.width} × {file.height}
            </span>
          </>
        ) : (
          'Loading'
        )}
      </figcaption>
    </figure>
  );
}
