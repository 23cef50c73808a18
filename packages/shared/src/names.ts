// No schema stands here: the site needs this on every page, and no zod.

/** "Jean Gabin": the name as people say it. */
export function fullName(person: { firstName: string | null; lastName: string }): string {
  return person.firstName ? `${person.firstName} ${person.lastName}` : person.lastName;
}

/** The year of a day on the wire, or null. */
export function yearOf(date: string | null): number | null {
  return date ? Number(date.slice(0, 4)) : null;
}
