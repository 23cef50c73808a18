import type { UseQueryResult } from '@tanstack/react-query';
import type { ComponentType, ReactNode } from 'react';
import type { Resource } from '../resource.ts';
import type { Form, FormSource, Snapshot } from './use-form.ts';

/** What the page of one record is made of. */
export interface RecordPageProps {
  resource: Pick<Resource, 'name' | 'label' | 'one'> & { page?: (id: string) => string };
  source: FormSource;
  /** Null makes a new record. */
  record: UseQueryResult<Snapshot> | null;
  /** False where the address can be no record's. */
  exists: boolean;
  remove: (ids: string[]) => Promise<{ removed: number }>;
  Body: ComponentType<{ form: Form }>;
  /** Where the record stands in the list that led here. */
  place?: ReactNode;
}
