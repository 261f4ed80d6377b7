import { Field, GraphQLISODateTime, ID, InputType, ObjectType } from 'type-graphql';

@InputType()
export class AuditFilter {
  @Field(() => ID, { nullable: true })
  district?: string | null;

  @Field(() => String, { nullable: true, description: 'An action of the policy.' })
  action?: string | null;

  @Field(() => String, { nullable: true, description: 'Part of the name of who acted.' })
  person?: string | null;

  @Field(() => GraphQLISODateTime, { nullable: true })
  from?: Date | null;

  @Field(() => GraphQLISODateTime, { nullable: true })
  to?: Date | null;
}

@ObjectType('AuditEntry')
export class AuditEntryView {
  @Field(() => ID)
  id!: string;

  @Field(() => GraphQLISODateTime)
  at!: Date;

  @Field(() => ID, { nullable: true })
  actorId!: string | null;

  @Field(() => String, { nullable: true })
  actorName!: string | null;

  @Field(() => String)
  action!: string;

  @Field(() => String)
  subjectType!: string;

  @Field(() => ID, { nullable: true })
  subjectId!: string | null;

  @Field(() => String, { nullable: true, description: 'What a person calls it, e.g. a request’s number.' })
  subjectLabel!: string | null;

  @Field(() => ID, { nullable: true })
  district!: string | null;

  @Field(() => String, { description: 'DONE or REFUSED.' })
  outcome!: string;

  @Field(() => String, { nullable: true })
  reason!: string | null;

  @Field(() => String, { nullable: true })
  toName!: string | null;

  @Field(() => String, { nullable: true })
  requestId!: string | null;
}

@ObjectType()
export class AuditPage {
  @Field(() => [AuditEntryView])
  entries!: AuditEntryView[];

  @Field(() => String, { nullable: true })
  next!: string | null;
}
