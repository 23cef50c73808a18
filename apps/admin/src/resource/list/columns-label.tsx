import { Columns3 } from 'lucide-react';

/** What the button for the columns says. */
export function ColumnsLabel() {
  return (
    <>
      <Columns3 size={16} aria-hidden="true" />
      Columns
    </>
  );
}
