import { defineEntity, p } from '@mikro-orm/core';
import { File } from './file.ts';
import { record } from './record.ts';

export const User = defineEntity({
  name: 'User',
  tableName: 'users',
  properties: {
    ...record,
    username: p.string().length(50),
    firstName: p.string().length(255).nullable(),
    lastName: p.string().length(255).nullable(),
    email: p.string().length(254),
    passwordHash: p.string().length(255).hidden(),
    avatarFileId: () => p.oneToOne(File).mapToPk().fieldName('avatar_file_id').nullable(),
    role: p.string().length(20).default('visitor'),
    emailVerifiedAt: p.datetime(3).nullable(),
    disabledAt: p.datetime(3).nullable(),
  },
});
