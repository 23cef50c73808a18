import type { ComponentProps } from 'react';

/** A list without bullets. Safari forgets that such a list is one unless it is told. */
export function List(props: ComponentProps<'ul'>) {
  // biome-ignore lint/a11y/noRedundantRoles: see above
  return <ul role="list" {...props} />;
}
