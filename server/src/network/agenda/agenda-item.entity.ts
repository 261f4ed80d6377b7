import { defineEntity, p } from '@mikro-orm/core';
import { ITEM_KINDS, ITEM_STATES } from '@ww/shared/network/terms';

/** A point of a meeting's agenda, from a proposal to how long it really took. At most one is current (`agenda_item_current`). */
const schema = defineEntity({
  name: 'AgendaItem',
  tableName: 'agenda_item',
  properties: {
    id: p.uuid().primary(),
    meetingId: p.uuid(),
    /** Empty for `FOLLOW_UP`, whose name is in the reader's language. */
    title: p.string(),
    kind: p.enum(ITEM_KINDS),
    state: p.enum(ITEM_STATES),
    presenter: p.string().nullable(),
    minutes: p.integer(),
    /** What the leader added while it ran. */
    extraMinutes: p.integer(),
    /** Fractional index, compared byte by byte; unique in a meeting. */
    rank: p.string(),
    proposedById: p.uuid().nullable(),
    proposedBy: p.string().nullable(),
    /** The need on the board that it came from. */
    entryId: p.uuid().nullable(),
    /** Why it was refused. */
    answer: p.string().nullable(),
    note: p.string().nullable(),
    /** Since when it is the current one. */
    since: p.datetime().nullable(),
    /** Milliseconds spent on it before `since`. */
    spentMs: p.integer(),
    createdAt: p.datetime(),
    /** Of what was written; its place and its clock belong to the meeting's. */
    version: p.integer(),
  },
});
export class AgendaItem extends schema.class {
  /** It becomes the current one. */
  begin(now: Date): void {
    this.state = 'CURRENT';
    this.since = now;
  }

  /** It is no longer the current one; its clock stops. */
  leave(state: 'PLANNED' | 'DONE' | 'PARKED', now: Date): void {
    this.spentMs += this.since ? Math.max(0, now.getTime() - this.since.getTime()) : 0;
    this.since = null;
    this.state = state;
  }
}
schema.setClass(AgendaItem);
