/** What a query string holds: text, and several texts where a key is repeated. */
export type SearchParams = Record<string, string | string[]>;

/** Keeps text as text: the router's own parser would make a number of `q=300`. */
export function parseSearch(query: string): SearchParams {
  const params: SearchParams = {};
  for (const [key, value] of new URLSearchParams(query)) {
    const before = Object.hasOwn(params, key) ? params[key] : undefined;
    params[key] = before === undefined ? value : [before, value].flat();
  }
  return params;
}

/** Writes lists as repeated keys; what is absent or empty is left out. */
export function stringifySearch(params: Record<string, unknown>): string {
  const query = new URLSearchParams();
  for (const [key, value] of Object.entries(params)) {
    for (const one of [value].flat()) {
      if (one !== undefined && one !== null && one !== '') query.append(key, String(one));
    }
  }
  const text = query.toString();
  return text && `?${text}`;
}

/** The first value of a key. */
export const firstOf = (value: string | string[] | undefined): string | undefined => [value].flat()[0];

/** The first text among whatever a key holds; nothing when it is empty. */
export const textIn = (value: unknown): string | undefined =>
  [value].flat().find((one): one is string => typeof one === 'string' && one !== '');

/** All values of a key. */
export const allOf = (value: string | string[] | undefined): string[] => [value ?? []].flat();
