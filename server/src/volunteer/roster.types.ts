import { Field, GraphQLISODateTime, ID, Int, ObjectType } from 'type-graphql';
import type { ChangeKind } from '../platform/live-source.ts';
import { ChangeKindEnum } from '../request/request.enums.ts';
import { AvailabilityView } from './availability.types.ts';
import { VolunteerPool } from './pool.entity.ts';
import { Volunteer } from './volunteer.entity.ts';

@ObjectType({ description: 'A volunteer with the load of the week and of today: no phone, no e-mail.' })
export class RosterRow {
  @Field(() => ID)
  id!: string;

  @Field(() => Int)
  version!: number;

  @Field(() => Volunteer)
  volunteer!: Volunteer;

  @Field(() => Int, { description: 'Done and planned from Monday to Sunday.' })
  weekMinutes!: number;

  @Field(() => Boolean, { description: 'Has an hour or more before midnight, and room for one more task.' })
  freeToday!: boolean;
}

@ObjectType()
export class RosterPage {
  @Field(() => String, { description: 'Where to subscribe from: taken before the rows were read.' })
  cursor!: string;

  @Field(() => [RosterRow])
  rows!: RosterRow[];
}

@ObjectType()
export class RosterChange {
  @Field(() => ChangeKindEnum)
  kind!: ChangeKind;

  @Field(() => String)
  cursor!: string;

  @Field(() => ID, { nullable: true })
  id!: string | null;

  @Field(() => RosterRow, { nullable: true })
  row!: RosterRow | null;
}

@ObjectType()
export class VolunteerDetail {
  @Field(() => RosterRow)
  row!: RosterRow;

  @Field(() => AvailabilityView)
  availability!: AvailabilityView;

  @Field(() => [VolunteerPool], { description: 'Those of the volunteer’s organisation.' })
  pools!: VolunteerPool[];

  @Field(() => Boolean, { description: 'Whether an e-mail address is known; what it is takes a reveal.' })
  hasEmail!: boolean;

  @Field(() => Boolean)
  hasPhone!: boolean;
}

@ObjectType()
export class EndedVolunteer {
  @Field(() => ID)
  id!: string;
}

@ObjectType({ description: 'How a volunteer is reached; seen by whom and why is in the audit trail.' })
export class RevealedVolunteer {
  @Field(() => ID)
  id!: string;

  @Field(() => GraphQLISODateTime)
  revealedAt!: Date;

  @Field(() => String, { nullable: true })
  email!: string | null;

  @Field(() => String, { nullable: true })
  phone!: string | null;
}
