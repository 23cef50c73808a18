import { Heart } from 'lucide-react';
import heartStyles from './heart.module.css';
import styles from './kept-corner.module.css';

export interface KeptCornerProps {
  movie: { title: string };
  /** Null while films are not being chosen. */
  chosen: boolean | null;
  onChoose: (chosen: boolean) => void;
  onLetGo: () => void;
}

/** Beside a favorite: the heart that lets it go, or the box that chooses it. */
export function KeptCorner({ movie, chosen, onChoose, onLetGo }: KeptCornerProps) {
  if (chosen !== null) {
    return (
      <label className={styles.choose}>
        <input
          type="checkbox"
          checked={chosen}
          onChange={(event) => onChoose(event.currentTarget.checked)}
          aria-label={`Choose “${movie.title}”`}
        />
      </label>
    );
  }
  return (
    <button
      type="button"
      className={heartStyles.card}
      aria-pressed="true"
      aria-label={`Keep this film: “${movie.title}”`}
      title="Let this film go"
      onClick={onLetGo}
    >
      <Heart className={heartStyles.icon} size={18} aria-hidden="true" />
    </button>
  );
}
