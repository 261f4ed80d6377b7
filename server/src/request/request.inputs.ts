import { Field, GraphQLISODateTime, ID, InputType, Int } from 'type-graphql';
import {
  CancelReasonEnum,
  ErrandEnum,
  HelperEnum,
  InformedEnum,
  KindEnum,
  LanguageEnum,
  PriorityEnum,
  ReporterKindEnum,
  RevealReasonEnum,
} from './request.enums.ts';

// What may be said is checked by the schemas in `shared`; these classes only give it GraphQL's shape.

@InputType()
class PersonInput {
  @Field(() => String)
  name!: string;

  @Field(() => String)
  phone!: string;
}

@InputType()
class ContactInput {
  @Field(() => String)
  name!: string;

  @Field(() => String, { nullable: true })
  phone?: string | null;
}

@InputType()
class AddressInput {
  @Field(() => String)
  street!: string;

  @Field(() => String)
  house!: string;

  @Field(() => String, { nullable: true })
  flat?: string | null;

  @Field(() => String, { nullable: true })
  access?: string | null;
}

@InputType()
class DueInput {
  @Field(() => GraphQLISODateTime, { nullable: true })
  from?: Date | null;

  @Field(() => GraphQLISODateTime)
  to!: Date;
}

@InputType()
abstract class Keyed {
  @Field(() => ID, { description: 'A fresh UUID for each intention; the same key again answers the same.' })
  key!: string;
}

@InputType()
export class OnRequestInput extends Keyed {
  @Field(() => ID)
  id!: string;
}

@InputType()
export class SubmitRequestInput extends Keyed {
  @Field(() => ID, { description: 'UUIDv7 made by the caller.' })
  id!: string;

  @Field(() => ID)
  district!: string;

  @Field(() => KindEnum)
  kind!: string;

  @Field(() => ErrandEnum, { nullable: true })
  errand?: string | null;

  @Field(() => String)
  words!: string;

  @Field(() => DueInput)
  due!: DueInput;

  @Field(() => ReporterKindEnum)
  reporterKind!: string;

  @Field(() => PersonInput)
  person!: PersonInput;

  @Field(() => ContactInput, { nullable: true })
  reporter?: ContactInput | null;

  @Field(() => ContactInput, { nullable: true })
  contact?: ContactInput | null;

  @Field(() => AddressInput)
  address!: AddressInput;

  @Field(() => InformedEnum)
  informed!: string;

  @Field(() => [HelperEnum])
  helpers!: string[];

  @Field(() => LanguageEnum, { nullable: true, description: 'What the person in need speaks; Polish when nothing is said.' })
  language?: string | null;
}

@InputType()
export class CreateRequestInput extends SubmitRequestInput {
  @Field(() => PriorityEnum, { nullable: true })
  priority?: string | null;

  @Field(() => ID, { nullable: true, description: 'Saves and assigns at once: oneself or a colleague.' })
  assignTo?: string | null;
}

@InputType()
export class TriageRequestInput extends OnRequestInput {
  @Field(() => PriorityEnum, { nullable: true })
  priority?: string | null;
}

@InputType()
export class AssignRequestInput extends OnRequestInput {
  @Field(() => ID)
  assigneeId!: string;
}

@InputType()
export class PrioritiseRequestInput extends OnRequestInput {
  @Field(() => PriorityEnum)
  priority!: string;
}

@InputType()
export class CancelRequestInput extends OnRequestInput {
  @Field(() => CancelReasonEnum)
  reason!: string;
}

@InputType()
export class NoteRequestInput extends OnRequestInput {
  @Field(() => String)
  text!: string;
}

@InputType()
export class RevealRequestInput extends OnRequestInput {
  @Field(() => RevealReasonEnum)
  reason!: string;
}

@InputType()
export class UndoRequestInput extends OnRequestInput {
  @Field(() => Int)
  version!: number;
}

@InputType()
export class AmendRequestInput extends OnRequestInput {
  @Field(() => Int)
  version!: number;

  @Field(() => KindEnum)
  kind!: string;

  @Field(() => ErrandEnum, { nullable: true })
  errand?: string | null;

  @Field(() => String)
  words!: string;

  @Field(() => DueInput)
  due!: DueInput;

  @Field(() => PersonInput)
  person!: PersonInput;

  @Field(() => ContactInput, { nullable: true })
  contact?: ContactInput | null;

  @Field(() => AddressInput)
  address!: AddressInput;

  @Field(() => InformedEnum)
  informed!: string;

  @Field(() => [HelperEnum])
  helpers!: string[];

  @Field(() => LanguageEnum, { nullable: true, description: 'What the person in need speaks; Polish when nothing is said.' })
  language?: string | null;
}

@InputType()
export class AmendOwnRequestInput extends Keyed {
  @Field(() => String)
  code!: string;

  @Field(() => Int)
  version!: number;

  @Field(() => String)
  words!: string;

  @Field(() => DueInput)
  due!: DueInput;
}

@InputType()
export class WithdrawOwnRequestInput extends Keyed {
  @Field(() => String)
  code!: string;

  @Field(() => CancelReasonEnum)
  reason!: string;
}
