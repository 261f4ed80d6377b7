import { newId } from '@ww/shared/id';
import type { Action } from '@ww/shared/policy';
import type { CancelReason, Priority, RevealReason } from '@ww/shared/request/kinds';
import { TRANSITIONS, type Command } from '@ww/shared/request/transitions';
import type { AuditOf } from '../platform/outbox.ts';
import { HelpRequest } from '../request/help-request.entity.ts';
import type { Staff } from '../request/giver.ts';
import { privateFields } from '../request/intake.ts';
import type { Channel } from '../request/request.enums.ts';
import type { Due } from './due.ts';
import type { DemoIntake } from './intake.ts';
import type { Search } from './search.ts';
import { personOf, type DemoVolunteer } from './volunteers.ts';

/** One line of the audit trail, before the request has its number. */
export interface Entry {
  at: Date;
  actor: Staff | null;
  action: Action;
  outcome: 'DONE' | 'REFUSED';
  reason: string | null;
  toName: string | null;
}

interface Beginning extends DemoIntake {
  district: string;
  channel: Channel;
  at: Date;
  due: Due;
  priority: Priority;
  /** Who took the call; nobody for the public form. */
  by: Staff | null;
  /** Saved and assigned at once (*Zapisz i przydziel*). */
  assignTo?: Staff | null;
}

/** First names of the residents from Ukraine, at least here. */
const SPEAKS_UKRAINIAN = /^(Oksana|Mykoła) /;

type More = Pick<AuditOf, 'reason' | 'toName'>;

/**
 * A request as it would be had people used the system: each step goes through the entity's own rules, and leaves
 * what a command leaves behind. Only events are missing, because every reader starts after the seed.
 */
export class Story {
  readonly request: HelpRequest;
  readonly texts: ReturnType<typeof privateFields>;
  readonly notes: { authorName: string; text: string; at: Date }[] = [];
  readonly entries: Entry[] = [];
  readonly searches: Search[] = [];

  constructor({ district, channel, at, due, priority, by, assignTo, ...intake }: Beginning) {
    const { kind, errand, reporterKind, informed, helpers } = intake;
    this.texts = privateFields(intake);
    this.request = Object.assign(new HelpRequest(), {
      ...{
        district,
        kind,
        errand,
        reporterKind,
        informed,
        helpers,
        channel,
        priority,
        id: newId(at.getTime()),
        number: 0,
        state: 'NEW',
        version: 1,
      },
      ...{
        dueFrom: due.from,
        dueTo: due.to,
        createdAt: at,
        changedAt: at,
        triagedAt: null,
        acceptedAt: null,
        startedAt: null,
        closedAt: null,
      },
      ...{
        assigneeId: null,
        assigneeName: null,
        volunteerId: null,
        language: SPEAKS_UKRAINIAN.test(intake.person.name) ? 'UK' : 'PL',
        changedById: by?.id ?? null,
        changedByName: by?.displayName ?? null,
        cancelReason: null,
        codeHash: null,
        undo: null,
      },
    } as const);
    if (assignTo) {
      this.request.give('assign', { person: by, mayActForOthers: false }, at);
      this.request.holdBy(assignTo);
    }
    this.log(channel === 'PHONE' ? 'request.intake' : 'request.submit', by, at, assignTo ? { toName: assignTo.displayName } : {});
  }

  /** A step that the table of transitions allows. @throws AppError when it doesn't: a mistake in the story. */
  step(command: Command, by: Staff | null, at: Date, more: More = {}): void {
    this.request.give(command, { person: by, mayActForOthers: false }, at);
    this.log(TRANSITIONS[command].action, by, at, more);
  }

  /** A step of a volunteer in their own name. @throws AppError when they don't hold the request. */
  stepOf(command: 'accept' | 'start' | 'finish', who: DemoVolunteer, at: Date): void {
    const person = personOf(who);
    this.request.give(command, { person, mayActForOthers: false, volunteerId: who.id }, at);
    this.log(command === 'accept' ? 'offer.answer' : 'task.step', person, at);
  }

  claim(by: Staff, at: Date): void {
    this.step('claim', by, at);
    this.request.holdBy(by);
  }

  assign(by: Staff, to: Staff, at: Date): void {
    this.step('assign', by, at, { toName: to.displayName });
    this.request.holdBy(to);
  }

  cancel(by: Staff | null, reason: CancelReason, at: Date): void {
    this.step(by ? 'cancel' : 'withdraw', by, at, { reason });
    this.request.cancelReason = reason;
  }

  note(by: Staff, text: string, at: Date): void {
    this.step('note', by, at);
    this.notes.push({ authorName: by.displayName, text, at });
  }

  /** The Team called the person whom somebody else reported. */
  confirm(by: Staff, at: Date): void {
    this.reveal(by, 'CALL_BACK', at);
    this.step('amend', by, at);
    this.request.informed = 'CALLED_BY_TEAM';
  }

  prioritise(by: Staff, priority: Priority, at: Date): void {
    this.step('prioritise', by, at, { reason: priority });
    this.request.priority = priority;
  }

  reveal(by: Staff, reason: RevealReason, at: Date): void {
    this.log('request.reveal', by, at, { reason });
  }

  refuse(by: Staff, action: Action, at: Date): void {
    this.entries.push({ at, actor: by, action, outcome: 'REFUSED', reason: null, toName: null });
  }

  /** An entry of the audit trail; a look or an answer that changes no request leaves only this. */
  log(action: Action, actor: Staff | null, at: Date, { reason, toName }: More = {}): void {
    this.entries.push({ at, actor, action, outcome: 'DONE', reason: reason ?? null, toName: toName ?? null });
  }
}
