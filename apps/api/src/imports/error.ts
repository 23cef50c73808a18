/** A file that cannot be imported: one line that names file, row and column. Nothing of it has been imported. */
export class ImportError extends Error {}
