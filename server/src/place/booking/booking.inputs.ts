import { Field, GraphQLISODateTime, ID, InputType, Int } from 'type-graphql';
import { BorrowerKindEnum, EquipmentEnum, PurposeEnum } from '../place.enums.ts';
import { OnPlaceInput, OnVersionInput } from '../place.inputs.ts';

@InputType()
export class ProveEmailInput extends OnPlaceInput {
  @Field(() => String)
  email!: string;
}

@InputType()
class VisitInput extends OnPlaceInput {
  @Field(() => ID)
  roomId!: string;

  @Field(() => GraphQLISODateTime, { description: 'On a quarter of an hour.' })
  startsAt!: Date;

  @Field(() => GraphQLISODateTime)
  endsAt!: Date;

  @Field(() => Int)
  people!: number;

  @Field(() => PurposeEnum)
  purpose!: string;

  @Field(() => String, { nullable: true, description: 'What the staff should know; read by a reveal only.' })
  words?: string | null;
}

@InputType()
export class RequestBookingInput extends VisitInput {
  @Field(() => BorrowerKindEnum, { description: '`RESIDENT` or `GROUP`.' })
  kind!: string;

  @Field(() => String, { nullable: true })
  groupName?: string | null;

  @Field(() => String)
  name!: string;

  @Field(() => String, { nullable: true })
  phone?: string | null;

  @Field(() => Int, { description: 'The house rules that were accepted.' })
  rulesVersion!: number;

  @Field(() => ID, { description: 'Of `proveEmail`.' })
  proofId!: string;

  @Field(() => String, { description: 'Six digits from the letter.' })
  code!: string;
}

@InputType()
export class BookForOrganisationInput extends VisitInput {
  @Field(() => ID)
  organisationId!: string;

  @Field(() => Int)
  rulesVersion!: number;
}

@InputType()
export class EnterBookingInput extends VisitInput {
  @Field(() => BorrowerKindEnum, { description: '`RESIDENT`, `GROUP` or `PLACE`.' })
  kind!: string;

  @Field(() => String, { nullable: true })
  groupName?: string | null;

  @Field(() => String, { nullable: true })
  name?: string | null;

  @Field(() => String, { nullable: true })
  email?: string | null;

  @Field(() => String, { nullable: true })
  phone?: string | null;
}

@InputType()
export class RefuseBookingInput extends OnVersionInput {
  @Field(() => String)
  reason!: string;
}

@InputType()
export class MoveBookingInput extends OnVersionInput {
  @Field(() => ID)
  roomId!: string;

  @Field(() => GraphQLISODateTime)
  startsAt!: Date;

  @Field(() => GraphQLISODateTime)
  endsAt!: Date;
}

@InputType()
export class WithdrawBookingInput extends OnPlaceInput {
  @Field(() => String, { nullable: true })
  reason?: string | null;
}

@InputType()
export class WithdrawOwnBookingInput {
  @Field(() => ID, { description: 'A fresh UUID for each intention; the same key again answers the same.' })
  key!: string;

  @Field(() => String)
  code!: string;
}

@InputType()
export class MoveOwnBookingInput extends WithdrawOwnBookingInput {
  @Field(() => Int)
  version!: number;

  @Field(() => ID)
  roomId!: string;

  @Field(() => GraphQLISODateTime)
  startsAt!: Date;

  @Field(() => GraphQLISODateTime)
  endsAt!: Date;
}

@InputType()
export class FindRoomInput {
  @Field(() => String, { description: 'A day of Warsaw’s calendar, `2026-11-26`.' })
  day!: string;

  @Field(() => Int)
  minutes!: number;

  @Field(() => Int)
  people!: number;

  @Field(() => [EquipmentEnum], { nullable: true })
  equipment?: string[] | null;

  @Field(() => Boolean, { nullable: true })
  stepFree?: boolean | null;
}
