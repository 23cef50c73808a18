import type { ReactElement, ReactNode } from 'react';

/** What a component hands to the link that it wants drawn: spread it on an `<a>` or on a router's link. */
export interface LinkSlotProps {
  className: string;
  children: ReactNode;
  rel?: string;
}

/** How a caller provides a link without this package knowing a router: `(props) => <Link to="/" {...props} />`. */
export type LinkSlot = (props: LinkSlotProps) => ReactElement;
