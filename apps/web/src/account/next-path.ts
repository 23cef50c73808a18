const base = 'http://site.invalid';

/**
 * Where to go after signing in: a path of this site, whatever an address asks for. Everything that a browser could
 * take for another host or for a script leads to the first page, and so do the sign-in pages themselves.
 */
export function nextPath(next: string | undefined): string {
  if (!next?.startsWith('/') || /[\\\p{Cc}]/u.test(next)) return '/';
  const url = URL.parse(next, base);
  if (!url || url.origin !== base) return '/';
  const path = `${url.pathname}${url.search}${url.hash}`;
  return /^\/(\/|(sign-(in|up)|reset-password|verify-email)(?=[/?#]|$))/.test(path) ? '/' : path;
}
