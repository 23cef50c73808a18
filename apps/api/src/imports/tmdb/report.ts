/** What an import meets that is out of the ordinary, and what it does about it. */
const kinds = {
  repeatedFilm: ['film listed again', 'the first row was taken'],
  noTitle: ['film without a title', 'left out'],
  filmWithoutCredits: ['film that the credits do not have', 'imported without director and cast'],
  creditsWithoutFilm: ['credits of a film that is not listed', 'left out'],
  repeatedCredits: ['credits listed again', 'the first row was taken'],
  noDate: ['no release date', 'left empty'],
  impossibleDate: ['release date that cannot be', 'left empty'],
  noRuntime: ['no runtime', 'left empty'],
  zeroRuntime: ['runtime 0', 'unknown: left empty'],
  impossibleRuntime: ['runtime that cannot be', 'left empty'],
  zeroBudget: ['budget 0', 'unknown: left empty'],
  tinyBudget: ['budget below 1,000, perhaps meant in millions', 'kept as it is'],
  impossibleBudget: ['budget that cannot be, or above 2,147,483,647', 'left empty'],
  noOverview: ['no overview', 'left empty'],
  noGenre: ['no genre', 'left empty'],
  noCountry: ['no country', 'left empty'],
  severalCountries: ['several countries', 'one was chosen: by language, then by the order given'],
  noDirector: ['no director', 'left empty'],
  severalDirectors: ['several directors', 'the first listed was kept'],
  noCast: ['no cast', 'left empty'],
  emptyCharacter: ['part without a name', 'the person is in the cast, without a character'],
  repeatedPart: ['the same part listed again', 'kept once'],
  repeatedOrder: ['film whose cast has one place twice', 'the order of the list decides'],
  noName: ['person without a name', 'left out'],
  oneWordName: ['name of one word', 'became the last name'],
  namesakes: ['name of several people', 'kept apart by their TMDB ids'],
  contradictoryGender: ['person of two genders', 'unknown'],
  tooLong: ['text longer than may be stored', 'cut, ending in "…"'],
} as const;

export type Oddity = keyof typeof kinds;

/** One kind of oddity, as the report tells it. */
export interface ReportEntry {
  kind: Oddity;
  what: string;
  done: string;
  count: number;
  examples: string[];
}

const EXAMPLES = 3;

/** Counts oddities by kind and keeps the first examples of each. */
export class Report {
  readonly #found = new Map<Oddity, { count: number; examples: string[] }>();

  note(kind: Oddity, example: string): void {
    const found = this.#found.get(kind) ?? { count: 0, examples: [] };
    found.count += 1;
    if (found.examples.length < EXAMPLES) found.examples.push(example);
    this.#found.set(kind, found);
  }

  count(kind: Oddity): number {
    return this.#found.get(kind)?.count ?? 0;
  }

  /** What was found, in the order of the kinds above. */
  entries(): ReportEntry[] {
    return keys.flatMap((kind) => {
      const found = this.#found.get(kind);
      const [what, done] = kinds[kind];
      return found ? [{ kind, what, done, ...found }] : [];
    });
  }
}

const isKind = (key: string): key is Oddity => key in kinds;
const keys = Object.keys(kinds).filter(isKind);
