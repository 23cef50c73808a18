/** Prints rows as columns: the first to the left, all others to the right. */
export function printTable(header: string[], rows: string[][]): void {
  const widths = header.map((_, column) =>
    Math.max(...[header, ...rows].map((row) => row[column]?.length ?? 0)),
  );
  const line = (cells: string[]) =>
    cells
      .map((cell, column) => (column ? cell.padStart(widths[column] ?? 0) : cell.padEnd(widths[column] ?? 0)))
      .join('  ');
  console.log(
    ['', line(header), widths.map((width) => '-'.repeat(width)).join('  '), ...rows.map(line), ''].join('\n'),
  );
}
