import { defineEntity, p } from '@mikro-orm/core';
import { ROLES } from '@ww/shared/roles';
import { Person } from './person.entity.ts';

/** One role held by a person in one scope; removing the row ends it everywhere within seconds. */
const schema = defineEntity({
  name: 'RoleGrant',
  tableName: 'role_grant',
  properties: {
    id: p.uuid().primary(),
    person: () => p.manyToOne(Person).ref(),
    role: p.enum(ROLES),
    scope: p.string().nullable(),
    createdAt: p.datetime(),
  },
});
export class RoleGrant extends schema.class {}
schema.setClass(RoleGrant);
