import { query } from './workload.ts';

export const administrator = { email: 'bench@example.org', password: 'bench-bench-bench' };

/** Signs the administrator in and gives the cookie. */
export async function signIn(server: string): Promise<string> {
  const response = await fetch(`${server}${query('account.signIn')}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(administrator),
  });
  const [cookie] = response.headers.getSetCookie();
  if (!cookie) throw new Error(`Signing in failed: ${await response.text()}`);
  return cookie.split(';')[0] ?? '';
}
