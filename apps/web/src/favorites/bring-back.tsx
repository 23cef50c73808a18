import { errorOf } from '@cinematheque/client';
import type { ImportReport } from '@cinematheque/shared/favorite';
import { limits } from '@cinematheque/shared/limits';
import { FileButton } from '@cinematheque/ui/file-button';
import { Notice } from '@cinematheque/ui/notice';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useSite } from '../context.ts';
import { ImportReportView } from './import-report.tsx';
import { keptOptions } from './kept-options.ts';
import { useRefreshFavorites } from './refresh-favorites.ts';

/** Reads a file of favorites, and says what became of each film. */
export function BringBack() {
  const site = useSite();
  const queryClient = useQueryClient();
  const refresh = useRefreshFavorites();
  const [busy, setBusy] = useState(false);
  const [report, setReport] = useState<ImportReport | null>(null);
  const [problem, setProblem] = useState<string | null>(null);

  async function bring(file: File) {
    setBusy(true);
    setReport(null);
    setProblem(null);
    try {
      if (file.size > limits.favoritesFile) {
        return setProblem(`This file is too large: at most ${limits.favoritesFile / 1000} kB.`);
      }
      const format = /json/i.test(file.type) || /\.json$/i.test(file.name) ? 'json' : 'csv';
      setReport(await site.client.favorites.import.mutate({ format, text: await file.text() }));
      await queryClient.invalidateQueries({ queryKey: keptOptions(site).queryKey });
      await refresh();
    } catch (error) {
      const { fields, message } = errorOf(error);
      setProblem(fields.text ?? message);
    } finally {
      setBusy(false);
    }
  }

  return (
    <>
      <FileButton accept=".csv,.json,text/csv,application/json" busy={busy} onFile={bring}>
        Choose a file
      </FileButton>
      {problem && (
        <Notice tone="danger" announce>
          {problem}
        </Notice>
      )}
      {report && <ImportReportView report={report} />}
    </>
  );
}
