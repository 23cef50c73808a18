import type { SystemState } from '@cinematheque/shared/system';
import { sizeOf } from '../upload/size.ts';
import { When } from '../when.tsx';
import styles from './system.module.css';

/** Versions and sizes. */
export function Facts({ state: { versions, startedAt, database, storage } }: { state: SystemState }) {
  const pictures =
    storage.pictures === 1 ? '1 picture' : `${storage.pictures.toLocaleString('en-US')} pictures`;
  return (
    <section aria-labelledby="facts" className={styles.part}>
      <h2 className={styles.partTitle} id="facts">
        What runs here
      </h2>
      <dl className={styles.facts}>
        <dt>Cinematheque</dt>
        <dd>
          {versions.cinematheque}, started <When at={startedAt} />
        </dd>
        <dt>Node.js</dt>
        <dd>{versions.node}</dd>
        <dt>PostgreSQL</dt>
        <dd>
          {versions.postgres}, {database.embedded ? 'brought along' : 'your own server'}
        </dd>
        <dt>Schema</dt>
        <dd>{versions.schema}</dd>
        <dt>Database</dt>
        <dd>{sizeOf(database.bytes)}</dd>
        <dt>Pictures</dt>
        <dd>
          {storage.kind === 's3' ? 'In an S3 bucket' : 'On this disk'}: {pictures}
          {storage.pictures > 0 && `, ${sizeOf(storage.bytes)}`}
        </dd>
      </dl>
    </section>
  );
}
