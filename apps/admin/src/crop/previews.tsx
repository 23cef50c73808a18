import type { Crop, FocalPoint } from '@cinematheque/shared/file';
import type { PicturePlace } from '@cinematheque/shared/picture';
import { useEffect, useRef } from 'react';
import styles from './crop.module.css';
import { seenIn } from './geometry.ts';

const places: { place: PicturePlace; label: string; width: number; height: number }[] = [
  { place: 'poster', label: 'Poster 2:3', width: 200, height: 300 },
  { place: 'square', label: 'Card 1:1', width: 240, height: 240 },
  { place: 'wide', label: 'Wide 16:9', width: 320, height: 180 },
];

export interface PreviewsProps {
  picture: HTMLImageElement | null;
  crop: Crop;
  focal: FocalPoint | null;
}

/** The picture as the site will cut it, while it is being cropped. */
export function Previews(props: PreviewsProps) {
  return (
    <div className={styles.previews}>
      {places.map((place) => (
        <Preview key={place.place} {...place} {...props} />
      ))}
    </div>
  );
}

function Preview({
  place,
  label,
  width,
  height,
  picture,
  crop,
  focal,
}: PreviewsProps & (typeof places)[number]) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const seen = seenIn(place, width / height, crop, focal);
  useEffect(() => {
    const context = canvas.current?.getContext('2d');
    if (!context || !picture) return;
    context.clearRect(0, 0, width, height);
    context.drawImage(picture, seen.left, seen.top, seen.width, seen.height, 0, 0, width, height);
  }, [picture, seen.left, seen.top, seen.width, seen.height, width, height]);
  return (
    <figure className={styles.preview}>
      <canvas ref={canvas} width={width} height={height} data-seen={Object.values(seen).join(' ')} />
      <figcaption>{label}</figcaption>
    </figure>
  );
}
