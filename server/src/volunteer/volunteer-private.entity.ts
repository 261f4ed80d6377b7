import { defineEntity, p } from '@mikro-orm/core';

/** How a volunteer is reached, apart from the row: read only by a reveal (audited) and by what sends letters. */
const schema = defineEntity({
  name: 'VolunteerPrivate',
  tableName: 'volunteer_private',
  properties: {
    volunteerId: p.uuid().primary(),
    email: p.string().nullable(),
    phone: p.string().nullable(),
  },
});
export class VolunteerPrivate extends schema.class {}
schema.setClass(VolunteerPrivate);
