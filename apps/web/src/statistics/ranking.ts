import { queryOptions, useSuspenseQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { type SiteContext, useSite } from '../context.ts';

/** One line of a ranking: who, and the number that put them there. */
export interface Ranked {
  key: string;
  who: ReactNode;
  value: string;
  note?: string;
}

export interface Asked {
  cursor?: string;
  limit: number;
  /** For films of late: of how many years. */
  years: number;
}

export interface Ranking {
  title: string;
  about: string;
  load: (context: SiteContext, asked: Asked) => Promise<unknown>;
  use: (asked: Asked) => { rows: Ranked[]; nextCursor: string | null };
}

interface RankingSpec<Row> {
  title: string;
  about: string;
  read: (
    statistics: SiteContext['client']['statistics'],
    asked: Asked,
  ) => Promise<{ items: Row[]; nextCursor?: string | null }>;
  row: (row: Row) => Ranked;
}

/** A ranking out of how it is read and how a line of it is shown. */
export function ranking<Row>({ title, about, read, row }: RankingSpec<Row>): Ranking {
  const options = ({ client }: Pick<SiteContext, 'client'>, asked: Asked) =>
    queryOptions({ queryKey: ['ranking', title, asked], queryFn: () => read(client.statistics, asked) });
  return {
    title,
    about,
    load: (context, asked) => context.queryClient.ensureQueryData(options(context, asked)),
    use(asked) {
      const { data } = useSuspenseQuery(options(useSite(), asked));
      return { rows: data.items.map(row), nextCursor: data.nextCursor ?? null };
    },
  };
}
