import { defineEntity, p } from '@mikro-orm/core';
import { ACTIVITY_STATES, BOARD_KINDS, BOARD_SIDES, BOARD_STATES } from '@ww/shared/network/terms';

/** Something that an organisation of the Network has or lacks. Without one: the district's coordinator. */
const EntrySchema = defineEntity({
  name: 'BoardEntry',
  tableName: 'board_entry',
  properties: {
    id: p.uuid().primary(),
    district: p.string(),
    organisationId: p.uuid().nullable(),
    side: p.enum(BOARD_SIDES),
    kind: p.enum(BOARD_KINDS),
    title: p.string(),
    words: p.string().nullable(),
    amount: p.integer().nullable(),
    place: p.string().nullable(),
    fromDay: p.date().nullable(),
    toDay: p.date().nullable(),
    state: p.enum(BOARD_STATES),
    postedById: p.uuid(),
    postedBy: p.string(),
    createdAt: p.datetime(),
    /** When an unanswered need is proposed for the agenda, and the timer's job. */
    proposeAt: p.datetime().nullable(),
    timerId: p.uuid().nullable(),
    endedAt: p.datetime().nullable(),
    version: p.integer(),
  },
});
export class BoardEntry extends EntrySchema.class {}
EntrySchema.setClass(BoardEntry);

export interface Owner {
  personId: string;
  name: string;
}

/** What an offer and a need became: something done together, with owners. */
const ActivitySchema = defineEntity({
  name: 'JointActivity',
  tableName: 'joint_activity',
  properties: {
    id: p.uuid().primary(),
    district: p.string(),
    offerId: p.uuid(),
    needId: p.uuid(),
    title: p.string(),
    day: p.date().nullable(),
    owners: p.json().$type<Owner[]>(),
    state: p.enum(ACTIVITY_STATES),
    createdAt: p.datetime(),
    endedAt: p.datetime().nullable(),
    version: p.integer(),
  },
});
export class JointActivity extends ActivitySchema.class {}
ActivitySchema.setClass(JointActivity);
