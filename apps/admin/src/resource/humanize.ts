/** "posterFileId" -> "Poster", "releaseDate" -> "Release date", "genreIds" -> "Genres". */
export function humanize(name: string): string {
  // Films are called films, whatever their table is called.
  const bare = name
    .replace(/(File)?Id$/, '')
    .replace(/Ids$/, 's')
    .replace(/^movie/, 'film')
    .replace(/^persons/, 'people');
  const words = bare.replace(
    /([a-z])([A-Z])/g,
    (_, end: string, start: string) => `${end} ${start.toLowerCase()}`,
  );
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** What fields are called, by name, where that is not plain from the name. */
export type Labels = Record<string, string>;

/** A place in a form in words: "cast.0.characters.1.name" -> "Cast 1, characters 2, name". */
export function humanizePath(path: string, labels: Labels): string {
  const parts: string[] = [];
  for (const segment of path.split('.')) {
    if (/^\d+$/.test(segment)) parts.push(`${parts.pop() ?? ''} ${Number(segment) + 1}`.trim());
    else parts.push((parts.length ? undefined : labels[segment]) ?? humanize(segment));
  }
  return parts.map((part, index) => (index ? part.charAt(0).toLowerCase() + part.slice(1) : part)).join(', ');
}
