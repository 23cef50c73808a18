import type { Gender } from '@cinematheque/shared/person';
import type { Report } from './report.ts';

/** Who was met so far, for what shows only when two rows are seen together. */
export class People {
  readonly #genders = new Map<number, Gender | 'contradictory'>();
  readonly #byName = new Map<string, number | 'several'>();
  readonly #report: Report;

  constructor(report: Report) {
    this.#report = report;
  }

  meet(id: number, name: string, gender: Gender): void {
    const known = this.#genders.get(id);
    if (known === undefined) this.#meetFirst(id, name);
    if (known === undefined || known === 'unknown') this.#genders.set(id, gender);
    else if (known !== 'contradictory' && gender !== 'unknown' && gender !== known) {
      this.#genders.set(id, 'contradictory');
      this.#report.note('contradictoryGender', `${name} (TMDB ${id})`);
    }
  }

  #meetFirst(id: number, name: string): void {
    if (!name.includes(' ')) this.#report.note('oneWordName', name);
    const namesake = this.#byName.get(name);
    this.#byName.set(name, namesake === undefined ? id : 'several');
    if (typeof namesake === 'number') this.#report.note('namesakes', `${name} (TMDB ${namesake}, ${id})`);
  }
}
