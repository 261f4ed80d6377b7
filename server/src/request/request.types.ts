import { Field, GraphQLISODateTime, ID, Int, ObjectType } from 'type-graphql';
import type { Helper, Informed, ReporterKind } from '@ww/shared/request/kinds';
import type { Language } from '@ww/shared/volunteer/terms';
import type { ChangeKind } from '../platform/live-source.ts';
import { HelpRequest } from './help-request.entity.ts';
import { ChangeKindEnum, HelperEnum, InformedEnum, LanguageEnum, ReporterKindEnum } from './request.enums.ts';

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

  @Field(() => LanguageEnum, { description: 'What the person in need speaks.' })
  language!: Language;

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
