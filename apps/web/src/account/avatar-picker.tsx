import { errorOf } from '@cinematheque/client';
import type { Me } from '@cinematheque/shared/user';
import { Avatar } from '@cinematheque/ui/avatar';
import { Button } from '@cinematheque/ui/button';
import { FileButton } from '@cinematheque/ui/file-button';
import { Notice } from '@cinematheque/ui/notice';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useSite } from '../context.ts';
import { useFileUrl, usePicture } from '../links.ts';
import styles from './avatar-picker.module.css';
import { sendAvatar } from './send-avatar.ts';
import { viewerOptions } from './viewer.ts';

/** The portrait, and how to have another one or none. */
export function AvatarPicker({ viewer }: { viewer: Me }) {
  const site = useSite();
  const queryClient = useQueryClient();
  const fileUrl = useFileUrl();
  const picture = usePicture();
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);

  async function change(work: () => Promise<unknown>) {
    setBusy(true);
    setProblem(null);
    try {
      await work();
      await queryClient.invalidateQueries({ queryKey: viewerOptions(site).queryKey });
    } catch (error) {
      setProblem(error instanceof Error ? error.message : errorOf(error).message);
    } finally {
      setBusy(false);
    }
  }

  return (
    <div className={styles.picker}>
      <Avatar
        name={viewer.username}
        portrait={picture(viewer.avatar, 'square')}
        size="fill"
        sizes="6rem"
        className={styles.portrait}
      />
      <div className={styles.ways}>
        <FileButton
          accept="image/jpeg,image/png,image/webp,image/avif"
          busy={busy}
          onFile={(file) => change(() => sendAvatar(fileUrl('/account/avatar'), file))}
        >
          {viewer.avatar ? 'Choose another picture' : 'Choose a picture'}
        </FileButton>
        {viewer.avatar && (
          <Button
            variant="quiet"
            disabled={busy}
            onClick={() => change(() => site.client.account.removeAvatar.mutate())}
          >
            Remove it
          </Button>
        )}
        <p className={styles.hint}>It is cut to a square. JPEG, PNG, WebP or AVIF, up to 20 MB.</p>
        {problem && (
          <Notice tone="danger" announce>
            {problem}
          </Notice>
        )}
      </div>
    </div>
  );
}
