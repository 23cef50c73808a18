export interface Diagram {
  tables: {
    table: string;
    columns: { column: string; type: string; primary: boolean; foreign: boolean }[];
  }[];
  /** `FILES ||--o| USERS : avatar_file_id`: the column of the second table names a row of the first. */
  relations: { from: string; table: string; column: string }[];
}

/** Reads a mermaid ER diagram, as far as the owner's uses the notation. */
export function parseDiagram(text: string): Diagram {
  const tables = [...text.matchAll(/^ {4}(\w+) \{\n(.*?)^ {4}\}/gms)].map(([, table = '', body = '']) => ({
    table: table.toLowerCase(),
    columns: [...body.matchAll(/^ +(\w+) (\w+) *(PK|FK)?$/gm)].map(([, type = '', column = '', key]) => ({
      column,
      type,
      primary: key === 'PK',
      foreign: key === 'FK',
    })),
  }));
  const relations = [...text.matchAll(/^ {4}(\w+) \S+--\S+ (\w+) : (\w+)$/gm)].map(
    ([, from = '', table = '', column = '']) => ({
      from: from.toLowerCase(),
      table: table.toLowerCase(),
      column,
    }),
  );
  return { tables, relations };
}
