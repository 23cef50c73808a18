/** A statement that has ended, well or not. */
export interface Statement {
  /** The SQL, with $1, $2 ... in the places of its values, which are nobody's business. */
  text: string;
  /** In milliseconds, from asking to the last row; with the wait for a connection where all were busy. */
  ms: number;
}

export type OnStatement = (statement: Statement) => void;
