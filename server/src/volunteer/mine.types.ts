import { Field, GraphQLISODateTime, ID, Int, ObjectType } from 'type-graphql';
import type { Errand, Kind } from '@ww/shared/request/kinds';
import type { OfferState, TaskState } from '@ww/shared/volunteer/terms';
import type { ChangeKind } from '../platform/live-source.ts';
import { AddressData, PersonData } from '../request/private.types.ts';
import { ChangeKindEnum, ErrandEnum, KindEnum } from '../request/request.enums.ts';
import { OfferStateEnum, TaskStateEnum } from './volunteer.enums.ts';

@ObjectType({ description: 'What a volunteer is asked: kind, district and time, and nothing about anybody.' })
export class MyOffer {
  @Field(() => ID)
  id!: string;

  @Field(() => KindEnum)
  kind!: Kind;

  @Field(() => ErrandEnum, { nullable: true })
  errand!: Errand | null;

  @Field(() => ID)
  district!: string;

  @Field(() => GraphQLISODateTime)
  fromAt!: Date;

  @Field(() => GraphQLISODateTime)
  toAt!: Date;

  @Field(() => Int, { description: 'How long it is planned to take.' })
  minutes!: number;

  @Field(() => GraphQLISODateTime)
  expiresAt!: Date;

  @Field(() => Int, { description: 'How many others are asked at the same time.' })
  othersAsked!: number;

  @Field(() => OfferStateEnum, {
    description: 'OPEN, or how a question of the last two hours ended: RELEASED (no longer needed), EXPIRED.',
  })
  state!: OfferState;
}

@ObjectType({ description: 'A task taken on. Name, address and phone come by `revealTask` while it is open.' })
export class MyTask {
  @Field(() => ID)
  id!: string;

  @Field(() => Int, { description: 'The number to say on the phone to the Team.' })
  number!: number;

  @Field(() => ID)
  district!: string;

  @Field(() => KindEnum)
  kind!: Kind;

  @Field(() => ErrandEnum, { nullable: true })
  errand!: Errand | null;

  @Field(() => TaskStateEnum)
  state!: TaskState;

  @Field(() => GraphQLISODateTime)
  fromAt!: Date;

  @Field(() => GraphQLISODateTime)
  toAt!: Date;

  @Field(() => GraphQLISODateTime, { nullable: true })
  endedAt!: Date | null;

  @Field(() => Int, { nullable: true, description: 'Counted when it is done.' })
  minutes!: number | null;

  @Field(() => Int, { description: 'Of the request; named by `undoTask`.' })
  version!: number;

  @Field(() => GraphQLISODateTime, { nullable: true, description: 'Until when the last step can be taken back.' })
  undoableUntil!: Date | null;
}

@ObjectType()
export class MyTally {
  @Field(() => Int)
  weekMinutes!: number;

  @Field(() => Int, { nullable: true })
  weeklyMinutes!: number | null;

  @Field(() => Int)
  totalMinutes!: number;

  @Field(() => String, { description: 'First day of the volunteering.' })
  since!: string;
}

@ObjectType({ description: 'All that a volunteer needs today.' })
export class MyDay {
  @Field(() => String, { description: 'Where to subscribe from: taken before the day was read.' })
  cursor!: string;

  @Field(() => ID)
  volunteerId!: string;

  @Field(() => String)
  displayName!: string;

  @Field(() => GraphQLISODateTime, { nullable: true })
  dutyUntil!: Date | null;

  @Field(() => [MyOffer], { description: 'Open ones first, the soonest to expire before the others.' })
  offers!: MyOffer[];

  @Field(() => [MyTask], { description: 'Open ones in the order of their time, then those that ended today.' })
  tasks!: MyTask[];

  @Field(() => MyTally)
  tally!: MyTally;
}

@ObjectType()
export class MyDayChange {
  @Field(() => ChangeKindEnum)
  kind!: ChangeKind;

  @Field(() => String)
  cursor!: string;

  @Field(() => MyDay, { nullable: true })
  day!: MyDay | null;
}

@ObjectType({ description: 'What is needed at the door; audited, and only while the task is open.' })
export class RevealedTask {
  @Field(() => ID)
  id!: string;

  @Field(() => GraphQLISODateTime)
  revealedAt!: Date;

  @Field(() => String)
  words!: string;

  @Field(() => PersonData)
  person!: PersonData;

  @Field(() => PersonData, { nullable: true, description: 'Who is at the door, when it is somebody else.' })
  contact!: PersonData | null;

  @Field(() => AddressData)
  address!: AddressData;
}

@ObjectType()
export class MyHours {
  @Field(() => ID)
  taskId!: string;

  @Field(() => GraphQLISODateTime)
  endedAt!: Date;

  @Field(() => KindEnum)
  kind!: Kind;

  @Field(() => ErrandEnum, { nullable: true })
  errand!: Errand | null;

  @Field(() => ID)
  district!: string;

  @Field(() => Int)
  minutes!: number;
}
