import { defineEntity, p } from '@mikro-orm/core';
import { Field, GraphQLISODateTime, ID, Int, ObjectType } from 'type-graphql';
import {
  CANCEL_REASONS,
  ERRANDS,
  INFORMED,
  KINDS,
  PRIORITIES,
  REPORTER_KINDS,
  type CancelReason,
  type Errand,
  type Helper,
  type Kind,
  type Priority,
} from '@ww/shared/request/kinds';
import { allows, STATES, TRANSITIONS, UNDO_WINDOW_MS, type Command, type State } from '@ww/shared/request/transitions';
import { LANGUAGES, type Language } from '@ww/shared/volunteer/terms';
import { conflict, invalid, stale } from '../platform/errors.ts';
import { isHeldBy, type Giver, type Staff } from './giver.ts';
import { nameOf, openOffersOf, volunteerNameOf } from './help-request.formulas.ts';
import { before, isUndoable, snapshot, type Undo } from './undo.ts';
import { CancelReasonEnum, ChannelEnum, CHANNELS, ErrandEnum, KindEnum, PriorityEnum, StateEnum, type Channel } from './request.enums.ts';

const schema = defineEntity({
  name: 'HelpRequest',
  tableName: 'help_request',
  // On by default, and without parameters it throws: a forgotten scope is a crash, never a leak.
  filters: {
    scope: {
      name: 'scope',
      cond: ({ districts }: { districts?: readonly string[] | 'all' }) =>
        districts === 'all' ? {} : { district: { $in: [...(districts ?? [])] } },
      default: true,
    },
  },
  properties: {
    id: p.uuid().primary(),
    number: p.integer(),
    district: p.string(),
    kind: p.enum(KINDS),
    errand: p.enum(ERRANDS).nullable(),
    state: p.enum(STATES),
    priority: p.enum(PRIORITIES),
    channel: p.enum(CHANNELS),
    dueFrom: p.datetime().nullable(),
    dueTo: p.datetime(),
    createdAt: p.datetime(),
    triagedAt: p.datetime().nullable(),
    acceptedAt: p.datetime().nullable(),
    startedAt: p.datetime().nullable(),
    closedAt: p.datetime().nullable(),
    assigneeId: p.uuid().nullable(),
    volunteerId: p.uuid().nullable(),
    language: p.enum(LANGUAGES),
    changedById: p.uuid().nullable(),
    assigneeName: p
      .string()
      .nullable()
      .formula((columns) => `coalesce(${nameOf(String(columns.assigneeId))}, ${volunteerNameOf(String(columns.volunteerId))})`),
    offersOpen: p.integer().formula((columns) => openOffersOf('count(*)::int', String(columns.id))),
    offersUntil: p
      .datetime()
      .nullable()
      .formula((columns) => openOffersOf('max(expires_at)', String(columns.id))),
    changedByName: p
      .string()
      .nullable()
      .formula((columns) => nameOf(String(columns.changedById))),
    changedAt: p.datetime(),
    cancelReason: p.enum(CANCEL_REASONS).nullable(),
    version: p.integer(),
    reporterKind: p.enum(REPORTER_KINDS),
    informed: p.enum(INFORMED),
    helpers: p.array().$type<Helper[]>(),
    codeHash: p.string().nullable().hidden(),
    undo: p.json().$type<Undo>().nullable(),
  },
});

/**
 * A request for help. As a GraphQL type it is the row that its whole audience may see:
 * no name of a resident, no phone, address or free text.
 */
@ObjectType('RequestRow')
export class HelpRequest extends schema.class {
  @Field(() => ID)
  declare id: string;

  @Field(() => Int, { description: 'Short number to say on the phone, counted in each district.' })
  declare number: number;

  @Field(() => ID)
  declare district: string;

  @Field(() => KindEnum)
  declare kind: Kind;

  @Field(() => ErrandEnum, { nullable: true })
  declare errand: Errand | null;

  @Field(() => StateEnum)
  declare state: State;

  @Field(() => PriorityEnum)
  declare priority: Priority;

  @Field(() => ChannelEnum)
  declare channel: Channel;

  @Field(() => GraphQLISODateTime, { nullable: true, description: 'Missing: at once.' })
  declare dueFrom: Date | null;

  @Field(() => GraphQLISODateTime)
  declare dueTo: Date;

  @Field(() => GraphQLISODateTime, { description: 'Intake; age is counted from here.' })
  declare createdAt: Date;

  @Field(() => GraphQLISODateTime, { nullable: true })
  declare triagedAt: Date | null;

  @Field(() => GraphQLISODateTime, { nullable: true })
  declare acceptedAt: Date | null;

  @Field(() => GraphQLISODateTime, { nullable: true })
  declare startedAt: Date | null;

  @Field(() => GraphQLISODateTime, { nullable: true })
  declare closedAt: Date | null;

  @Field(() => GraphQLISODateTime)
  declare changedAt: Date;

  @Field(() => CancelReasonEnum, { nullable: true })
  declare cancelReason: CancelReason | null;

  @Field(() => Int)
  declare version: number;

  @Field(() => ID, { nullable: true })
  declare assigneeId: string | null;

  @Field(() => String, { nullable: true, description: 'Who holds it: a member of staff or a volunteer.' })
  declare assigneeName: string | null;

  @Field(() => ID, { nullable: true, description: 'The volunteer who holds it, when no member of staff does.' })
  declare volunteerId: string | null;

  @Field(() => Int, { description: 'How many volunteers are asked and have not answered.' })
  declare offersOpen: number;

  @Field(() => GraphQLISODateTime, { nullable: true, description: 'When the last of the open offers expires.' })
  declare offersUntil: Date | null;

  /** What the person in need speaks; for staff alone. */
  declare language: Language;

  @Field(() => String, { nullable: true, description: 'Who made the last change; null when the resident did.' })
  declare changedByName: string | null;

  get undoableUntil(): Date | null {
    return this.undo ? new Date(Date.parse(this.undo.at) + UNDO_WINDOW_MS) : null;
  }

  /**
   * One step in the life of the request, as `TRANSITIONS` allows it.
   * @throws AppError `CONFLICT` naming who changed it last (for a lost claim: who holds it) and when.
   */
  give(command: Command, giver: Giver, now: Date): void {
    if (!allows(command, this.state, isHeldBy(this, giver), giver.mayActForOthers)) throw this.lost();
    const { to } = TRANSITIONS[command];
    this.undo = giver.person && isUndoable(command) ? snapshot(this, giver.person.id, now) : null;
    if (to) this.enter(to, now);
    this.touch(giver.person, now);
  }

  private lost() {
    const by = this.isHeld ? this.assigneeName : this.changedByName;
    const at = (this.isHeld ? this.acceptedAt : null) ?? this.changedAt;
    return conflict({ by, at: at.toISOString(), state: this.state });
  }

  /** A request taken straight from NEW counts as triaged at that moment, so that every step has its time. */
  private enter(state: State, now: Date): void {
    this.state = state;
    if (state === 'TRIAGED') {
      this.holdBy(null);
      this.triagedAt ??= now;
      this.acceptedAt = this.startedAt = null;
    }
    if (state === 'OFFERED') this.triagedAt ??= now;
    if (state === 'ACCEPTED') {
      this.triagedAt ??= now;
      this.acceptedAt = now;
    }
    if (state === 'IN_PROGRESS') this.startedAt = now;
    if (state === 'DONE' || state === 'CANCELLED') this.closedAt = now;
  }

  holdBy(person: Staff | null): void {
    this.assigneeId = person?.id ?? null;
    this.assigneeName = person?.displayName ?? null;
    this.volunteerId = null;
  }

  holdByVolunteer(volunteer: Staff): void {
    this.assigneeId = null;
    this.volunteerId = volunteer.id;
    this.assigneeName = volunteer.displayName;
  }

  /** Whether somebody has taken it and it is not over. */
  get isHeld(): boolean {
    return this.state === 'ACCEPTED' || this.state === 'IN_PROGRESS';
  }

  /** @throws AppError `STALE` when somebody changed the request since the caller read it. */
  expect(version: number): void {
    if (this.version !== version) throw stale(this.version);
  }

  /**
   * Takes the last change back: the same person, within `UNDO_WINDOW_MS`, nothing changed since.
   * @throws AppError `STALE`, or `INVALID` (`undoLate`).
   */
  takeBack(version: number, giver: Giver, holderBefore: Staff | null, now: Date): void {
    this.expect(version);
    const { undo } = this;
    const holderIsGone = (undo?.assigneeId ?? undo?.volunteerId) != null && holderBefore === null;
    if (!undo || holderIsGone || undo.by !== giver.person?.id || now.getTime() - Date.parse(undo.at) > UNDO_WINDOW_MS) {
      throw invalid([{ path: 'version', rule: 'undoLate', limit: UNDO_WINDOW_MS / 1000 }]);
    }
    Object.assign(this, before(undo));
    if (holderBefore && undo.volunteerId) this.holdByVolunteer(holderBefore);
    else this.holdBy(holderBefore);
    // Whoever was asked has been told that it is over; only the volunteer who said yes a moment ago takes that back.
    if (this.state === 'OFFERED' && !giver.volunteerId) this.state = 'TRIAGED';
    this.undo = null;
    this.touch(giver.person, now);
  }

  private touch(person: Staff | null, now: Date): void {
    this.version++;
    this.changedAt = now;
    this.changedById = person?.id ?? null;
    this.changedByName = person?.displayName ?? null;
  }
}
schema.setClass(HelpRequest);
