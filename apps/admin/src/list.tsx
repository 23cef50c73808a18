import type { ComponentProps } from 'react';

/** A list without bullets. Safari takes such a list for none unless the role is said. */
export function List(props: ComponentProps<'ol'>) {
  // biome-ignore lint/a11y/noRedundantRoles: Safari needs it
  return <ol role="list" {...props} />;
}
