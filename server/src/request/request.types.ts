import { Field, GraphQLISODateTime, ID, Int, ObjectType } from 'type-graphql';
import type { CancelReason, Errand, Helper, Informed, Kind, ReporterKind } from '@ww/shared/request/kinds';
import type { State } from '@ww/shared/request/transitions';
import { graphqlEnum } from '../platform/enums.ts';
import { CHANGE_KINDS, type ChangeKind } from '../platform/live-source.ts';
import { HelpRequest } from './help-request.entity.ts';
import { CancelReasonEnum, ErrandEnum, HelperEnum, InformedEnum, KindEnum, ReporterKindEnum, StateEnum } from './request.enums.ts';

export const ChangeKindEnum = graphqlEnum('ChangeKind', CHANGE_KINDS);

@ObjectType()
export class QueuePage {
  @Field(() => String, { description: 'Where to subscribe from: taken before the rows were read.' })
  cursor!: string;

  @Field(() => [HelpRequest])
  rows!: HelpRequest[];

  @Field(() => String, { nullable: true, description: 'Pass as `after` for the next page; null on the last.' })
  next!: string | null;

  @Field(() => Int)
  total!: number;
}

@ObjectType()
export class QueueChange {
  @Field(() => ChangeKindEnum)
  kind!: ChangeKind;

  @Field(() => String)
  cursor!: string;

  @Field(() => ID, { nullable: true })
  id!: string | null;

  @Field(() => HelpRequest, { nullable: true })
  row!: HelpRequest | null;
}

@ObjectType()
export class HistoryEntry {
  @Field(() => ID)
  id!: string;

  @Field(() => String, { description: 'An action of the policy, e.g. `request.claim`.' })
  action!: string;

  @Field(() => String, { nullable: true, description: 'Null when the resident did it.' })
  byName!: string | null;

  @Field(() => GraphQLISODateTime)
  at!: Date;

  @Field(() => String, { nullable: true })
  reason!: string | null;

  @Field(() => String, { nullable: true, description: 'Another person concerned, e.g. the one assigned.' })
  toName!: string | null;
}

@ObjectType({ description: 'An open request: what staff may see without a reveal.' })
export class RequestDetail {
  @Field(() => HelpRequest)
  row!: HelpRequest;

  @Field(() => ReporterKindEnum)
  reporterKind!: ReporterKind;

  @Field(() => InformedEnum)
  informed!: Informed;

  @Field(() => [HelperEnum])
  helpers!: Helper[];

  @Field(() => Boolean)
  hasReporter!: boolean;

  @Field(() => Boolean)
  hasContact!: boolean;

  @Field(() => Int)
  noteCount!: number;

  @Field(() => [HistoryEntry])
  history!: HistoryEntry[];

  @Field(() => GraphQLISODateTime, {
    nullable: true,
    description: 'Until when the last change can be taken back by who made it; null for anyone else.',
  })
  undoableUntil!: Date | null;
}

@ObjectType()
export class PersonData {
  @Field(() => String)
  name!: string;

  @Field(() => String, { nullable: true, description: 'E.164.' })
  phone!: string | null;
}

@ObjectType()
export class AddressData {
  @Field(() => String)
  street!: string;

  @Field(() => String)
  house!: string;

  @Field(() => String, { nullable: true })
  flat!: string | null;

  @Field(() => String, { nullable: true })
  access!: string | null;
}

@ObjectType()
export class NoteData {
  @Field(() => ID)
  id!: string;

  @Field(() => String)
  text!: string;

  @Field(() => String)
  byName!: string;

  @Field(() => GraphQLISODateTime)
  at!: Date;
}

@ObjectType({ description: 'The personal data of one request; each reading is an audit entry.' })
export class RevealedRequest {
  @Field(() => ID)
  id!: string;

  @Field(() => Int)
  version!: number;

  @Field(() => GraphQLISODateTime)
  revealedAt!: Date;

  @Field(() => String)
  words!: string;

  @Field(() => PersonData)
  person!: PersonData;

  @Field(() => PersonData, { nullable: true })
  reporter!: PersonData | null;

  @Field(() => PersonData, { nullable: true })
  contact!: PersonData | null;

  @Field(() => AddressData)
  address!: AddressData;

  @Field(() => [NoteData])
  notes!: NoteData[];
}

@ObjectType()
export class Colleague {
  @Field(() => ID)
  personId!: string;

  @Field(() => String)
  displayName!: string;

  @Field(() => String)
  role!: string;

  @Field(() => Int)
  openTasks!: number;
}

@ObjectType({ description: 'A district in numbers; null where a count below 5 is suppressed.' })
export class DistrictCounts {
  @Field(() => ID)
  district!: string;

  @Field(() => Int, { nullable: true })
  open!: number | null;

  @Field(() => Int, { nullable: true, description: 'In state NEW.' })
  fresh!: number | null;

  @Field(() => Int, { nullable: true })
  triaged!: number | null;

  @Field(() => Int, { nullable: true })
  accepted!: number | null;

  @Field(() => Int, { nullable: true })
  inProgress!: number | null;

  @Field(() => Int, { nullable: true, description: 'Untaken and marked urgent or past due.' })
  urgent!: number | null;

  @Field(() => GraphQLISODateTime, { nullable: true, description: 'Intake of the oldest request that nobody took.' })
  oldestWaitingSince!: Date | null;

  @Field(() => Int, { nullable: true })
  doneToday!: number | null;

  @Field(() => Boolean)
  suppressed!: boolean;
}

@ObjectType()
export class CityCounts {
  @Field(() => String)
  cursor!: string;

  @Field(() => [DistrictCounts])
  districts!: DistrictCounts[];
}

@ObjectType()
export class CountsChange {
  @Field(() => ChangeKindEnum)
  kind!: ChangeKind;

  @Field(() => String)
  cursor!: string;

  @Field(() => ID, { nullable: true })
  id!: string | null;

  @Field(() => DistrictCounts, { nullable: true })
  row!: DistrictCounts | null;
}

@ObjectType()
export class DeskFigures {
  @Field(() => ID)
  district!: string;

  @Field(() => Int)
  open!: number;

  @Field(() => Int)
  urgent!: number;

  @Field(() => Int, { nullable: true, description: 'Minutes from intake to claim, median of the last 7 days.' })
  medianMinutesToClaim!: number | null;

  @Field(() => Int)
  doneToday!: number;

  @Field(() => GraphQLISODateTime, { nullable: true })
  lastClosedAt!: Date | null;
}

@ObjectType()
abstract class Steps {
  @Field(() => Int)
  number!: number;

  @Field(() => StateEnum)
  state!: State;

  @Field(() => GraphQLISODateTime)
  createdAt!: Date;

  @Field(() => GraphQLISODateTime, { nullable: true })
  triagedAt!: Date | null;

  @Field(() => GraphQLISODateTime, { nullable: true })
  acceptedAt!: Date | null;

  @Field(() => GraphQLISODateTime, { nullable: true })
  startedAt!: Date | null;

  @Field(() => GraphQLISODateTime, { nullable: true })
  closedAt!: Date | null;

  @Field(() => GraphQLISODateTime, { nullable: true })
  dueFrom!: Date | null;

  @Field(() => GraphQLISODateTime)
  dueTo!: Date;

  @Field(() => Int)
  version!: number;

  @Field(() => Boolean)
  canAmend!: boolean;

  @Field(() => Boolean)
  canWithdraw!: boolean;
}

@ObjectType({ description: "A resident's own request in steps: all that crosses the socket." })
export class OwnSteps extends Steps {}

@ObjectType({ description: "A resident's own request, by code: its steps and what they wrote themselves, never staff's notes." })
export class OwnRequest extends Steps {
  @Field(() => String)
  cursor!: string;

  @Field(() => ID)
  district!: string;

  @Field(() => KindEnum)
  kind!: Kind;

  @Field(() => ErrandEnum, { nullable: true })
  errand!: Errand | null;

  @Field(() => String)
  words!: string;

  @Field(() => String, { nullable: true })
  helperFirstName!: string | null;

  @Field(() => CancelReasonEnum, { nullable: true })
  cancelReason!: CancelReason | null;
}

@ObjectType()
export class OwnChange {
  @Field(() => ChangeKindEnum)
  kind!: ChangeKind;

  @Field(() => String)
  cursor!: string;

  @Field(() => OwnSteps, { nullable: true })
  steps!: OwnSteps | null;
}

@ObjectType()
export class Submitted {
  @Field(() => ID)
  id!: string;

  @Field(() => Int)
  number!: number;

  @Field(() => ID)
  district!: string;

  @Field(() => String, { description: 'The resident’s code; shown once.' })
  code!: string;
}

@ObjectType()
export class Looker {
  @Field(() => ID, { nullable: true })
  requestId!: string | null;

  @Field(() => ID)
  personId!: string;

  @Field(() => String)
  displayName!: string;
}

@ObjectType()
export class Presence {
  @Field(() => [Looker])
  lookers!: Looker[];
}
