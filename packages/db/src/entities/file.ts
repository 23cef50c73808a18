import type { Crop, FocalPoint } from '@cinematheque/shared/file';
import { defineEntity, p } from '@mikro-orm/core';
import { record } from './record.ts';

export const File = defineEntity({
  name: 'File',
  tableName: 'files',
  properties: {
    ...record,
    fileName: p.string().length(255),
    mimeType: p.string().length(100),
    secretKey: p.string().length(255).hidden(),
    sourceUrl: p.string().length(2048).nullable(),
    sha256: p.string().length(64),
    bytes: p.integer(),
    width: p.integer(),
    height: p.integer(),
    color: p.string().length(7).default('#8a8378'),
    crop: p.json<Crop>().nullable(),
    focalPoint: p.json<FocalPoint>().nullable(),
  },
});
