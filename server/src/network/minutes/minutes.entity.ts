import { defineEntity, p } from '@mikro-orm/core';
import { MINUTES_STATES } from '@ww/shared/network/terms';
import type { MinutesContent } from '@ww/shared/network/minutes';

/** The minutes (protokół), built when the meeting ends. Once approved the database refuses to change them (`minutes_fixed`). */
const MinutesSchema = defineEntity({
  name: 'Minutes',
  tableName: 'minutes',
  properties: {
    meetingId: p.uuid().primary(),
    state: p.enum(MINUTES_STATES),
    content: p.json().$type<MinutesContent>(),
    approvedAt: p.datetime().nullable(),
    approvedById: p.uuid().nullable(),
    approvedBy: p.string().nullable(),
    version: p.integer(),
  },
});
export class Minutes extends MinutesSchema.class {}
MinutesSchema.setClass(Minutes);

/** Something to be done after a meeting (zadanie do wykonania), by somebody, until a day. */
const ActionSchema = defineEntity({
  name: 'ActionItem',
  tableName: 'action_item',
  properties: {
    id: p.uuid().primary(),
    district: p.string(),
    meetingId: p.uuid(),
    itemId: p.uuid().nullable(),
    text: p.string(),
    ownerId: p.uuid(),
    ownerName: p.string(),
    /** A day of Warsaw's calendar. */
    due: p.date(),
    createdAt: p.datetime(),
    doneAt: p.datetime().nullable(),
    doneById: p.uuid().nullable(),
    version: p.integer(),
  },
});
export class ActionItem extends ActionSchema.class {}
ActionSchema.setClass(ActionItem);
