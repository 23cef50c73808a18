/** What an experiment has seen, and whether that is what was expected of it. */
export interface Seen {
  seen: string;
  ok: boolean;
}

/** One row of the table. `run` gets an empty folder of its own; null: it cannot be tried on this machine. */
export interface Experiment {
  id: string;
  expected: string;
  run(folder: string): Promise<Seen | null>;
}
