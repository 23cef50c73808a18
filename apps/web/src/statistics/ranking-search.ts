import { limits } from '@cinematheque/shared/limits';
import { textIn } from '../search-params.ts';
import type { Asked } from './ranking.ts';

/** How far back "of late" may reach, in years. */
export const spans = [1, 5, 10, 20, 50, 100] as const;
const SPAN = 20;

/** Lines of a page. */
const PER_PAGE = 50;

export interface RankingSearch {
  years?: number;
  after?: string;
  /** The place of the page's first line. */
  from?: number;
}

/** Reads a ranking's address; what it does not know is left out. */
export function rankingSearch(raw: Record<string, unknown>): RankingSearch {
  const after = textIn(raw.after);
  const from = Number(textIn(raw.from) ?? raw.from);
  const years = Number(textIn(raw.years) ?? raw.years);
  return {
    years: spans.find((span) => span === years),
    after: after && after.length <= limits.cursor ? after : undefined,
    from: Number.isInteger(from) && from > 1 && from < limits.int ? from : undefined,
  };
}

export const askedOf = ({ years = SPAN, after }: RankingSearch): Asked => ({
  cursor: after,
  limit: PER_PAGE,
  years,
});
