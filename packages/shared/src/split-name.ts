/** Words that belong to the surname that follows them. */
const particles = new Set(
  'af al av bin da das de dem den der del della des di do dos du el ibn la las le les lo los st. ten ter the van vom von zu zum zur'.split(
    ' ',
  ),
);

/** Words that belong to the surname before them. */
const suffix = /^(jr|sr|ii|iii|iv)\.?$/i;

/**
 * Parts a name: one word is a last name, otherwise the last space parts the two, unless particles precede
 * ("Guillermo | del Toro", "Max | von Sydow") or a suffix follows ("Robert | Downey Jr."). The first word is a first
 * name even where it looks like a particle: "Van | Johnson".
 */
export function splitName(name: string): { firstName: string | null; lastName: string } {
  const words = name.trim().split(/\s+/);
  let start = words.length - 1;
  if (start > 1 && suffix.test(words[start] ?? '')) start -= 1;
  while (start > 1 && particles.has((words[start - 1] ?? '').toLowerCase())) start -= 1;
  return { firstName: words.slice(0, start).join(' ') || null, lastName: words.slice(start).join(' ') };
}
