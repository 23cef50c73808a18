import { errorOf } from '@cinematheque/client';
import type { FavoritesFormat } from '@cinematheque/shared/favorite';
import { Button } from '@cinematheque/ui/button';
import { Download } from 'lucide-react';
import { Section } from '../components/section.tsx';
import { useSite } from '../context.ts';
import { showMessage } from '../layout/messages.ts';
import { saveFile } from '../save-file.ts';
import { BringBack } from './bring-back.tsx';
import styles from './take-along.module.css';

const files: { format: FavoritesFormat; label: string }[] = [
  { format: 'csv', label: 'Table (CSV, for Letterboxd)' },
  { format: 'json', label: 'Everything (JSON)' },
];

/** Favorites as files: out of this catalog, and into it. */
export function TakeAlong() {
  const { client } = useSite();
  async function save(format: FavoritesFormat) {
    try {
      saveFile(await client.favorites.export.query({ format }));
    } catch (error) {
      showMessage(`The file could not be made: ${errorOf(error).message}`);
    }
  }
  return (
    <Section title="Your list as a file">
      <div className={styles.columns}>
        <div className={styles.way}>
          <h3 className={styles.title}>Take it along</h3>
          <p>For Letterboxd, a spreadsheet, or another catalog like this one.</p>
          <div className={styles.buttons}>
            {files.map(({ format, label }) => (
              <Button key={format} onClick={() => save(format)}>
                <Download size={16} aria-hidden="true" />
                {label}
              </Button>
            ))}
          </div>
        </div>
        <div className={styles.way}>
          <h3 className={styles.title}>Bring one in</h3>
          <p>
            A file from here, from Letterboxd, or any table with the columns Title and Year. What you keep
            already stays as it is.
          </p>
          <BringBack />
        </div>
      </div>
    </Section>
  );
}
