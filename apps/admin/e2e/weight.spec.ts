import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { expect } from '@playwright/test';
import { z } from 'zod';
import { test } from '../../api/e2e/test.ts';

const manifest = z.record(
  z.string(),
  z.object({ file: z.string(), imports: z.array(z.string()).default([]) }),
);
const built = (file: string) => readFileSync(new URL(`../dist/${file}`, import.meta.url));

/** Bytes, compressed, that a list needs before it is drawn; what lies behind a press comes later. */
const BUDGET = 220_000;

test('a list of films begins with little code', () => {
  const chunks = manifest.parse(JSON.parse(built('.vite/manifest.json').toString()));
  const needed = new Set<string>();
  const need = (key: string) => {
    if (needed.has(key)) return;
    needed.add(key);
    for (const other of chunks[key]?.imports ?? []) need(other);
  };
  const posters = Object.keys(chunks).filter((key) => key.endsWith('/poster-sheet.tsx'));
  expect(posters, 'what draws posters has another name').toHaveLength(1);
  for (const key of ['index.html', ...posters]) need(key);
  const bytes = [...needed].reduce((sum, key) => sum + gzipSync(built(chunks[key]?.file ?? '')).length, 0);
  console.log(`${bytes} bytes in ${needed.size} files`);
  expect(bytes).toBeLessThan(BUDGET);
});
