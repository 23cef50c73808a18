/**
 * Procedures that answer everybody alike: read by GET at an address of their own, which browsers and proxies may
 * share, and open to every site.
 */
export const isPublicPath = (path: string): boolean =>
  /^(movies|persons|directors|genres|countries|characters|search|statistics)\./.test(path) &&
  path !== 'statistics.usersWithFavorites';
