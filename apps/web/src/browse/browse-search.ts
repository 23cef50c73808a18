/** What films can be chosen by. */
export const kinds = ['genre', 'country', 'decade', 'director', 'person'] as const;

const keys = [...kinds, 'year', 'minutes', 'match', 'q', 'sort', 'after', 'pages'] as const;

/** Which films a list shows, as it stands in the address: text, right or wrong. `readBrowse` makes sense of it. */
export type BrowseSearch = { [Key in (typeof keys)[number]]?: string | string[] };

/** Keeps the keys that mean something here, in the order in which they came. */
export function browseSearch(raw: Record<string, unknown>): BrowseSearch {
  const search: BrowseSearch = {};
  for (const name of Object.keys(raw)) {
    const key = keys.find((known) => known === name);
    const values = [raw[name]].flat().filter((value) => typeof value === 'string' && value !== '');
    const texts = values.map(String);
    if (key && texts.length) search[key] = texts.length === 1 ? texts[0] : texts;
  }
  return search;
}
