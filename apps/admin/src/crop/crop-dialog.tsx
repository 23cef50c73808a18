import { Dialog } from '@base-ui/react/dialog';
import type { Crop, FileRow, FocalPoint } from '@cinematheque/shared/file';
import { Button } from '@cinematheque/ui/button';
import { cx } from '@cinematheque/ui/cx';
import { Notice } from '@cinematheque/ui/notice';
import { useRef, useState } from 'react';
import { fromRoot } from '../base-path.ts';
import dialog from '../dialog.module.css';
import styles from './crop.module.css';
import { CropStage } from './crop-stage.tsx';
import { isWhole, shapedWithin, wholeOf } from './geometry.ts';
import { Previews } from './previews.tsx';

export interface Cropped {
  crop: Crop | null;
  focalPoint: FocalPoint | null;
}

export interface CropDialogProps {
  file: Pick<FileRow, 'fileName' | 'original' | 'width' | 'height'> & Cropped;
  /** What keeps it from being saved. */
  problem?: string | undefined;
  saving?: boolean;
  onSave: (cropped: Cropped) => void;
  onClose: () => void;
}

const shapes = { Free: null, '2:3': 2 / 3, '1:1': 1, '16:9': 16 / 9 };

/** What of a picture is shown, and what must stay in sight; the picture itself stays as it is. */
export default function CropDialog({ file, problem, saving, onSave, onClose }: CropDialogProps) {
  const [crop, setCrop] = useState(file.crop ?? wholeOf(file));
  const [focal, setFocal] = useState(file.focalPoint);
  const [ratio, setRatio] = useState<number | null>(null);
  const [picture, setPicture] = useState<HTMLImageElement | null>(null);
  const save = useRef<HTMLButtonElement>(null);
  const percent = (part: number, whole: number) => `${Math.round((part / whole) * 100)}%`;

  function take(shape: number | null) {
    setRatio(shape);
    if (shape) setCrop(shapedWithin(crop, shape, file));
  }

  return (
    <Dialog.Root open onOpenChange={(open) => !open && onClose()}>
      <Dialog.Portal>
        <Dialog.Backdrop className={dialog.backdrop} />
        <Dialog.Popup
          className={cx(dialog.popup, styles.crop)}
          onKeyDown={(event) => event.stopPropagation()}
        >
          <Dialog.Title className={dialog.title}>Crop {file.fileName}</Dialog.Title>
          <Dialog.Description className={styles.hint}>
            Drag the corners, the frame or the point that must stay in sight. With the keyboard: Tab to one of
            them, then the arrows; with Shift, further. The original stays as it is.
          </Dialog.Description>
          {problem && (
            <Notice tone="danger" announce>
              {problem}
            </Notice>
          )}
          <div className={styles.work}>
            <CropStage
              src={fromRoot(file.original)}
              size={file}
              {...{ crop, focal, ratio }}
              onCrop={setCrop}
              onFocal={setFocal}
              onLoaded={setPicture}
            />
            <Previews {...{ picture, crop, focal }} />
          </div>
          <fieldset className={styles.shapes}>
            <legend>Shape</legend>
            {Object.entries(shapes).map(([name, shape]) => (
              <Button key={name} size="small" aria-pressed={shape === ratio} onClick={() => take(shape)}>
                {name}
              </Button>
            ))}
          </fieldset>
          <p className={styles.facts} aria-live="polite">
            {crop.width} × {crop.height} pixels of {file.width} × {file.height}, from {crop.left} across and{' '}
            {crop.top} down.{' '}
            {focal
              ? `The focal point is ${percent(focal.x, file.width)} across and ${percent(focal.y, file.height)} down.`
              : 'No focal point: the middle stays in sight.'}
          </p>
          <div className={dialog.actions}>
            <Button
              variant="quiet"
              onClick={() => {
                setCrop(wholeOf(file));
                setFocal(null);
                setRatio(null);
              }}
            >
              Whole picture
            </Button>
            <Button onClick={onClose}>Cancel</Button>
            <Button
              ref={save}
              variant="primary"
              busy={saving}
              onClick={() => onSave({ crop: isWhole(crop, file) ? null : crop, focalPoint: focal })}
            >
              Use this crop
            </Button>
          </div>
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  );
}
