import { crop, fileRow, focalPoint } from '@cinematheque/shared/file';
import { Button } from '@cinematheque/ui/button';
import { Picture } from '@cinematheque/ui/picture';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Crop } from 'lucide-react';
import { Suspense, useState } from 'react';
import { pictureAt } from '../base-path.ts';
import { later } from '../later.ts';
import type { Form } from '../resource/form/use-form.ts';
import { UsageList } from '../resource/usage-list.tsx';
import { trpc } from '../trpc.ts';
import { DropZone } from '../upload/drop-zone.tsx';
import { sizeOf } from '../upload/size.ts';
import { UploadList } from '../upload/upload-list.tsx';
import { useUploads } from '../upload/use-uploads.ts';
import styles from './library.module.css';

const CropDialog = later(() => import('../crop/crop-dialog.tsx'));

/** The picture itself: cropped with the form, replaced at once, with whoever shows it. */
export function FilePanel({ form }: { form: Form }) {
  const [cropping, setCropping] = useState(false);
  const queryClient = useQueryClient();
  const file = fileRow.parse(form.values.file);
  const { id } = file;
  const usage = useQuery({
    queryKey: ['files', 'usage', id],
    queryFn: async () => (await trpc.admin.files.usage.query({ ids: [id] })).items,
  });
  const uploads = useUploads({
    replaces: id,
    onUploaded: () => {
      void form.refresh?.();
      void queryClient.invalidateQueries({ predicate: ({ queryKey }) => queryKey[1] !== 'get' });
    },
  });
  const picture = pictureAt(file.picture, 'photo');
  const cropped = {
    crop: crop.nullable().parse(form.values.crop),
    focalPoint: focalPoint.nullable().parse(form.values.focalPoint),
  };
  const waiting =
    JSON.stringify(cropped) !== JSON.stringify({ crop: file.crop, focalPoint: file.focalPoint });
  return (
    <div className={styles.panel}>
      {picture && (
        <a href={picture.src} className={styles.picture}>
          <Picture source={picture} sizes="24rem" alt={file.fileName} />
        </a>
      )}
      <dl className={styles.facts}>
        <dt>Pixels</dt>
        <dd>
          {file.width} × {file.height}
        </dd>
        <dt>Size</dt>
        <dd>{sizeOf(file.bytes)}</dd>
        <dt>Type</dt>
        <dd>{file.mimeType.split('/')[1]?.toUpperCase()}</dd>
      </dl>
      <DropZone
        label="Replace the picture"
        onFiles={uploads.add}
        actions={
          <Button variant="quiet" id={form.controlId('crop')} onClick={() => setCropping(true)}>
            <Crop size={16} aria-hidden="true" />
            Crop
          </Button>
        }
      >
        {waiting && <p>The crop is saved with the form.</p>}
        <UploadList {...uploads} />
      </DropZone>
      <p className={styles.hint}>Whoever shows this file shows the new picture at once.</p>
      <section aria-label="Used by" className={styles.usage}>
        {usage.data?.length === 0 && <p>Nothing shows this file.</p>}
        <UsageList usage={usage.data ?? []} />
      </section>
      <Suspense>
        {cropping && (
          <CropDialog
            file={{ ...file, ...cropped }}
            onClose={() => setCropping(false)}
            onSave={({ crop, focalPoint }) => {
              form.set('crop', crop);
              form.set('focalPoint', focalPoint);
              setCropping(false);
            }}
          />
        )}
      </Suspense>
    </div>
  );
}
