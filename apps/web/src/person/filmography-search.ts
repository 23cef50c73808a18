import { textIn } from '../search-params.ts';

/** What a person's films can be narrowed to and sorted by. */
export const jobs = ['acting', 'directing'] as const;
export type Job = (typeof jobs)[number];
export const filmOrders = ['newest', 'oldest', 'title'] as const;
export type FilmOrder = (typeof filmOrders)[number];

export interface FilmographySearch {
  job?: Job;
  sort?: FilmOrder;
}

/** Reads a person's address; what it does not know is left out. */
export const filmographySearch = (raw: Record<string, unknown>): FilmographySearch => ({
  job: jobs.find((job) => job === textIn(raw.job)),
  sort: filmOrders.find((order) => order === textIn(raw.sort)),
});
