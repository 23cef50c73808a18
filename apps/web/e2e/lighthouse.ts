import { chromium } from '@playwright/test';
import lighthouse from 'lighthouse';

export const categories = ['performance', 'accessibility', 'best-practices', 'seo'] as const;
export type Category = (typeof categories)[number];

export interface Audit {
  /** From 0 to 100. */
  scores: Record<Category, number>;
  /** Milliseconds to the largest paint, and how much moved, on a telephone with slow 4G. */
  largestPaint: number;
  moved: number;
  /** What cost points, by its name. */
  failed: string[];
}

/** Looks at a page as Lighthouse does, on a telephone with a slow network, both simulated. */
export async function audit(url: string, port: number): Promise<Audit> {
  const browser = await chromium.launch({
    executablePath: process.env.CHROMIUM_PATH ?? '/usr/bin/chromium',
    args: [
      `--remote-debugging-port=${port}`,
      '--no-sandbox',
      '--disable-gpu',
      '--disable-background-networking',
    ],
  });
  try {
    const result = await lighthouse(url, { port, logLevel: 'silent', onlyCategories: [...categories] });
    if (!result) throw new Error(`Lighthouse said nothing about ${url}`);
    const { lhr } = result;
    const score = (name: Category) => Math.round(100 * (lhr.categories[name]?.score ?? 0));
    const counted = categories
      .filter((name) => name !== 'performance')
      .flatMap((name) => lhr.categories[name]?.auditRefs ?? [])
      .filter(({ weight }) => weight > 0);
    return {
      scores: {
        performance: score('performance'),
        accessibility: score('accessibility'),
        'best-practices': score('best-practices'),
        seo: score('seo'),
      },
      largestPaint: Math.round(lhr.audits['largest-contentful-paint']?.numericValue ?? 0),
      moved: lhr.audits['cumulative-layout-shift']?.numericValue ?? 0,
      failed: counted.map(({ id }) => id).filter((id) => (lhr.audits[id]?.score ?? 1) < 1),
    };
  } finally {
    await browser.close();
  }
}
