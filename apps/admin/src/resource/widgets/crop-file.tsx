import { errorOf } from '@cinematheque/client';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Suspense } from 'react';
import { announce } from '../../announce.tsx';
import type { Cropped } from '../../crop/crop-dialog.tsx';
import { later } from '../../later.ts';
import { acrossSessions } from '../../session/across.ts';
import { trpc } from '../../trpc.ts';
import { useFile } from './picture.tsx';

const CropDialog = later(() => import('../../crop/crop-dialog.tsx'));

/** Crops a file of the library where it is used. It is saved at once: the crop is the file's, not the form's. */
export function CropFile({ id, onClose }: { id: number; onClose: () => void }) {
  const file = useFile(id);
  const queryClient = useQueryClient();
  const save = useMutation({
    mutationFn: (data: Cropped) => acrossSessions(() => trpc.admin.files.update.mutate({ id, data })),
    onSuccess: async () => {
      await queryClient.invalidateQueries({ predicate: ({ queryKey }) => queryKey[1] !== 'get' });
      announce('Saved the crop');
      onClose();
    },
  });
  if (!file) return null;
  return (
    <Suspense>
      <CropDialog
        file={file}
        problem={save.error ? errorOf(save.error).message : undefined}
        saving={save.isPending}
        onSave={save.mutate}
        onClose={onClose}
      />
    </Suspense>
  );
}
