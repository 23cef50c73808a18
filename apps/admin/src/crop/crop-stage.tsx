import type { Crop, FocalPoint } from '@cinematheque/shared/file';
import { useRef } from 'react';
import styles from './crop.module.css';
import { type Corner, corners, movedBy, pointMovedBy, resized, type Size } from './geometry.ts';
import { type Drag, Handle } from './handle.tsx';

export interface CropStageProps {
  src: string;
  size: Size;
  crop: Crop;
  focal: FocalPoint | null;
  /** The shape that resizing keeps. */
  ratio: number | null;
  onCrop: (crop: Crop) => void;
  onFocal: (focal: FocalPoint) => void;
  onLoaded: (picture: HTMLImageElement) => void;
}

const percent = (part: number, whole: number) => `${(part / whole) * 100}%`;

const classOf: Record<Corner, string | undefined> = {
  'top left': styles.topLeft,
  'top right': styles.topRight,
  'bottom left': styles.bottomLeft,
  'bottom right': styles.bottomRight,
};

/** The whole picture with the frame of the crop and the focal point on it. */
export function CropStage({ src, size, crop, focal, ratio, onCrop, onFocal, onLoaded }: CropStageProps) {
  const stage = useRef<HTMLDivElement>(null);
  const point = focal ?? {
    x: Math.round(crop.left + crop.width / 2),
    y: Math.round(crop.top + crop.height / 2),
  };

  /** A drag in pixels of the screen is one in pixels of the picture. */
  const scaled =
    (take: (x: number, y: number) => void) =>
    ({ x, y, unit }: Drag) => {
      const scale = unit === 'screen' ? size.width / (stage.current?.clientWidth || 1) : size.width / 100;
      take(x * scale, y * scale);
    };

  return (
    <div className={styles.stage} ref={stage}>
      <img
        src={src}
        alt=""
        className={styles.whole}
        onLoad={(event) => onLoaded(event.currentTarget)}
        draggable={false}
      />
      <div
        className={styles.frame}
        style={{
          left: percent(crop.left, size.width),
          top: percent(crop.top, size.height),
          width: percent(crop.width, size.width),
          height: percent(crop.height, size.height),
        }}
      >
        <Handle
          label="The frame of the crop"
          className={styles.inside}
          onDrag={scaled((x, y) => onCrop(movedBy(crop, x, y, size)))}
        />
        {corners.map((corner) => (
          <Handle
            key={corner}
            label={`The ${corner} corner of the crop`}
            className={`${styles.corner} ${classOf[corner]}`}
            onDrag={scaled((x, y) => onCrop(resized(crop, corner, x, y, size, ratio)))}
          />
        ))}
      </div>
      <Handle
        label="The focal point"
        className={`${styles.focal} ${focal ? '' : styles.unset}`}
        style={{ left: percent(point.x, size.width), top: percent(point.y, size.height) }}
        onDrag={scaled((x, y) => onFocal(pointMovedBy(point, x, y, size)))}
      />
    </div>
  );
}
