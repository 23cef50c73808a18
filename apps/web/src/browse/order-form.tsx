import { useLocation } from '@tanstack/react-router';
import { allOf } from '../search-params.ts';
import { type Browse, searchOf } from './browse.ts';
import { InstantForm } from './instant-form.tsx';
import { OrderSelect } from './order-select.tsx';

/** The order of a list of films. The filters go along unseen. */
export function OrderForm({ browse, own }: { browse: Browse; own?: string }) {
  const path = useLocation({ select: ({ pathname }) => pathname });
  const kept = searchOf({ ...browse, sort: undefined, after: undefined, pages: undefined });
  return (
    <InstantForm path={path} label="Order of the films" state={browse.sort ?? ''}>
      {Object.entries(kept).flatMap(([name, values]) =>
        allOf(values).map((value) => (
          <input key={`${name}-${value}`} type="hidden" name={name} value={value} />
        )),
      )}
      <OrderSelect sort={browse.sort} own={own} />
    </InstantForm>
  );
}
