import { newId } from '@ww/shared/id';
import type { Span } from '@ww/shared/spans';
import { MINUTES_OF, WAVE, type DeclineReason } from '@ww/shared/volunteer/terms';
import { Dispatch, Offer, Task } from '../volunteer/dispatch.entity.ts';
import type { Staff } from '../request/giver.ts';
import type { Story } from './story.ts';
import { personOf, type DemoVolunteer } from './volunteers.ts';

const MINUTE = 60_000;
const OVERDUE_MS = 4 * 3_600_000;

type Target = { who: DemoVolunteer } | { poolId: string };

interface Asking {
  by: Staff;
  /** Whom, when it is one alone: the audit trail names them. */
  toName?: string;
  at: Date;
  inWaves: boolean;
  /** Until the next wave. */
  minutes: number;
}

/** A search for somebody who helps, as dispatch would have left it, beside the request's own story. */
export class Search {
  readonly dispatch: Dispatch;
  readonly offers: Offer[] = [];
  task: Task | null = null;
  readonly #story: Story;

  constructor(story: Story, { by, toName, at, inWaves, minutes }: Asking) {
    this.#story = story;
    const { request } = story;
    const from = Math.max(at.getTime(), request.dueFrom?.getTime() ?? 0);
    const latest = request.dueTo.getTime() > from ? request.dueTo.getTime() : from + OVERDUE_MS;
    this.dispatch = Object.assign(new Dispatch(), {
      ...{ id: newId(at.getTime()), requestId: request.id, startedById: by.id, startedAt: at, inWaves, wave: 0, version: 0 },
      ...{ waveSize: inWaves ? WAVE.size : 1, waveMinutes: minutes, state: 'RUNNING', nextAt: at, timerId: '', endedAt: null },
      ...{ fromAt: new Date(from), toAt: new Date(Math.max(latest, from + MINUTES_OF[request.kind] * MINUTE)) },
    } as const);
    story.searches.push(this);
    story.step('offer', by, at, toName === undefined ? {} : { toName });
  }

  /** The next wave: these people, until its time is over. */
  ask(targets: readonly Target[], at: Date): void {
    const expiresAt = new Date(at.getTime() + this.dispatch.waveMinutes * MINUTE);
    const { id, wave, version } = this.dispatch;
    Object.assign(this.dispatch, { wave: wave + 1, version: version + 1, nextAt: expiresAt, timerId: newId(at.getTime()) });
    for (const target of targets) {
      const whom = 'who' in target ? { volunteerId: target.who.id, poolId: null } : { volunteerId: null, poolId: target.poolId };
      if ('who' in target && (target.who.lastAskedAt ?? 0) < at) target.who.lastAskedAt = at;
      this.offers.push(
        Object.assign(new Offer(), {
          ...{ id: newId(at.getTime()), dispatchId: id, requestId: this.#story.request.id, wave: wave + 1, state: 'OPEN', ...whom },
          ...{ offeredAt: at, expiresAt, answeredAt: null, declineReason: null, overrides: [], version: 1 },
        } as const),
      );
    }
  }

  /** Nobody of the wave answered in time. */
  expire(at: Date): void {
    for (const offer of this.#open()) answer(offer, 'EXPIRED', at);
    this.#story.log('dispatch.advance', null, at);
  }

  decline(who: DemoVolunteer, reason: DeclineReason, at: Date): void {
    const offer = this.#open().find(({ volunteerId }) => volunteerId === who.id);
    if (!offer) throw new RangeError('was not asked');
    offer.declineReason = reason;
    answer(offer, 'DECLINED', at);
    this.#story.log('offer.answer', personOf(who), at, { reason });
  }

  /** The first yes: the others are released. */
  accept(who: DemoVolunteer, slot: Span, at: Date): void {
    const { request } = this.#story;
    const own = this.#open().find(({ volunteerId }) => volunteerId === who.id);
    if (!own) throw new RangeError('was not asked');
    this.#story.stepOf('accept', who, at);
    request.holdByVolunteer(who);
    for (const offer of this.#open()) answer(offer, offer === own ? 'ACCEPTED' : 'RELEASED', at);
    Object.assign(this.dispatch, { state: 'ACCEPTED', endedAt: at, version: this.dispatch.version + 1 });
    this.task = Object.assign(new Task(), {
      ...{ id: newId(at.getTime()), requestId: request.id, volunteerId: who.id, offerId: own.id, state: 'ACCEPTED', version: 1 },
      ...{ fromAt: new Date(slot.from), toAt: new Date(slot.to), acceptedAt: at, startedAt: null, endedAt: null },
      ...{ returnReason: null, minutes: null },
    } as const);
    who.open.push(slot);
  }

  setOut(who: DemoVolunteer, at: Date): void {
    if (!this.task) throw new RangeError('nobody said yes');
    this.#story.stepOf('start', who, at);
    Object.assign(this.task, { state: 'ON_THE_WAY', startedAt: at, version: this.task.version + 1 });
  }

  finish(who: DemoVolunteer, minutes: number, at: Date): void {
    const { task } = this;
    if (!task) throw new RangeError('nobody said yes');
    this.#story.stepOf('finish', who, at);
    Object.assign(task, { state: 'DONE', endedAt: at, minutes, version: task.version + 1 });
    who.open = who.open.filter(({ from }) => from !== task.fromAt.getTime());
    who.done.push({ from: at.getTime() - minutes * MINUTE, to: at.getTime() });
  }

  #open(): Offer[] {
    return this.offers.filter(({ state }) => state === 'OPEN');
  }
}

function answer(offer: Offer, state: 'ACCEPTED' | 'DECLINED' | 'EXPIRED' | 'RELEASED', at: Date): void {
  Object.assign(offer, { state, answeredAt: at, version: offer.version + 1 });
}
