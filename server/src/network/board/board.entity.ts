import { defineEntity, p } from '@mikro-orm/core';
import { newId } from '@ww/shared/id';
import { ACTIVITY_STATES, BOARD_KINDS, BOARD_SIDES, BOARD_STATES } from '@ww/shared/network/terms';
import { fromWarsaw, inWarsaw } from '@ww/shared/time';
import { conflict, stale } from '../../platform/errors.ts';

/** Warsaw's hour at which a need is proposed: when people are at work and can be asked about it. */
const PROPOSE_HOUR = 8;

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
export class BoardEntry extends EntrySchema.class {
  get isOpenNeed(): boolean {
    return this.state === 'OPEN' && this.side === 'NEED';
  }

  /** @throws AppError `STALE`. */
  expect(version: number): void {
    if (version !== this.version) throw stale(this.version);
  }

  /** @param by whose it became, where it was matched. @throws AppError `CONFLICT` unless it is open. */
  expectOpen(by: string | null): void {
    if (this.state !== 'OPEN') throw conflict({ by, at: this.endedAt?.toISOString() ?? null, state: this.state });
  }

  end(state: 'MATCHED' | 'CLOSED', now: Date): void {
    Object.assign(this, { state, endedAt: now, proposeAt: null, timerId: null });
    this.version++;
  }

  reopen(unansweredDays: number, now: Date): void {
    Object.assign(this, { state: 'OPEN', endedAt: null });
    this.waitForAnswer(unansweredDays, now);
    this.version++;
  }

  /** From today a need waits so many of Warsaw's days for an answer; an offer waits for nothing. */
  waitForAnswer(unansweredDays: number, now: Date): void {
    const day = inWarsaw(now).toPlainDate().add({ days: unansweredDays });
    this.proposeAt = this.side === 'NEED' ? fromWarsaw(day.toPlainDateTime({ hour: PROPOSE_HOUR })) : null;
    this.timerId = this.side === 'NEED' ? newId(now.getTime()) : null;
  }
}
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
export class JointActivity extends ActivitySchema.class {
  /** @throws AppError `CONFLICT` once it is over. */
  finish(state: 'DONE' | 'CANCELLED', now: Date): void {
    if (this.state !== 'PLANNED') throw conflict({ by: null, at: this.endedAt?.toISOString() ?? null, state: this.state });
    Object.assign(this, { state, endedAt: now });
    this.version++;
  }
}
ActivitySchema.setClass(JointActivity);
