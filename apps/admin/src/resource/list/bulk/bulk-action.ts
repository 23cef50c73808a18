import type { BulkApi } from '../../api.ts';
import { type Field, fieldsOf } from '../../fields.ts';
import { emptied, type Values } from '../../form/values.ts';
import type { BulkAction, InputSchema, ListFields } from '../../resource.ts';

/** An action of a resource's `bulkUpdate`. `toEdit` throws what its schema says of the values. */
export function bulkAction<Id, F extends ListFields, Edit>(
  api: BulkApi<Id, F, Edit>,
  label: string,
  field: Field,
  toEdit: (values: Values) => Edit,
  empties = false,
): BulkAction<Id, F> {
  return {
    label,
    field,
    empties,
    preview: async (of, values) => api.bulkPreview.mutate({ of, edit: toEdit(values) }),
    apply: async (of, values) => api.bulkUpdate.mutate({ of, edit: toEdit(values) }),
  };
}

/** "Set country", "Set minutes": a field of the records to one value, or to none. */
export function bulkSet<Id, F extends ListFields, Bulk>(
  api: BulkApi<Id, F, { set: Partial<Bulk> }>,
  bulk: InputSchema<Bulk>,
  fields: (f: ReturnType<typeof fieldsOf<Bulk>>) => Field[],
): BulkAction<Id, F>[] {
  const part = bulk.partial();
  return fields(fieldsOf<Bulk>()).map((field) =>
    bulkAction(
      api,
      `Set ${field.label.toLowerCase()}`,
      field,
      (values) => ({ set: part.parse(emptied(values, bulk.shape)) }),
      bulk.shape[field.name]?.safeParse(null).success,
    ),
  );
}
