import { defineEntity, p } from '@mikro-orm/core';
import { ARRANGEMENT_STATES, SPEAKER_STATES } from '@ww/shared/network/terms';

/** A raised hand, and what becomes of it. One speaks at a time (`speaker_speaking`), nobody waits twice (`speaker_hand`). */
const SpeakerSchema = defineEntity({
  name: 'Speaker',
  tableName: 'speaker',
  properties: {
    id: p.uuid().primary(),
    meetingId: p.uuid(),
    personId: p.uuid(),
    name: p.string(),
    organisation: p.string().nullable(),
    remote: p.boolean(),
    state: p.enum(SPEAKER_STATES),
    raisedAt: p.datetime(),
    spokeFrom: p.datetime().nullable(),
    spokeTo: p.datetime().nullable(),
  },
});
export class Speaker extends SpeakerSchema.class {}
SpeakerSchema.setClass(Speaker);

/** An arrangement (ustalenie): put to a show of hands, then kept with its count. One is voted on at a time (`arrangement_voting`). */
const ArrangementSchema = defineEntity({
  name: 'Arrangement',
  tableName: 'arrangement',
  properties: {
    id: p.uuid().primary(),
    meetingId: p.uuid(),
    itemId: p.uuid().nullable(),
    text: p.string(),
    state: p.enum(ARRANGEMENT_STATES),
    /** Rises with each new count; a ballot of an earlier round is void. */
    round: p.integer(),
    votesFor: p.integer().nullable(),
    votesAgainst: p.integer().nullable(),
    votesAbstained: p.integer().nullable(),
    putAt: p.datetime(),
    savedAt: p.datetime().nullable(),
  },
});
export class Arrangement extends ArrangementSchema.class {}
ArrangementSchema.setClass(Arrangement);
