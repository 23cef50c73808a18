/** "1,500,000" and "1 500 000" are numbers too; what is none stays text. */
export function readNumber(text: string): number | string {
  const plain = text.replace(/[\s,_]/g, '');
  return /^-?\d{1,15}$/.test(plain) ? Number(plain) : text;
}
