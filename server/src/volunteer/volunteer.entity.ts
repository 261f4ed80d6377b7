import { defineEntity, p } from '@mikro-orm/core';
import { Field, GraphQLISODateTime, ID, Int, ObjectType } from 'type-graphql';
import type { Kind } from '@ww/shared/request/kinds';
import { CONTACTS, type Contact, type Language, type VolunteerLimit } from '@ww/shared/volunteer/terms';
import { invalid, stale } from '../platform/errors.ts';
import { KindEnum, LanguageEnum } from '../request/request.enums.ts';
import { ContactEnum, VolunteerLimitEnum } from './volunteer.enums.ts';

const schema = defineEntity({
  name: 'Volunteer',
  tableName: 'volunteer',
  properties: {
    id: p.uuid().primary(),
    personId: p.uuid().nullable(),
    organisationId: p.uuid().nullable(),
    district: p.string(),
    displayName: p.string(),
    districts: p.array().$type<string[]>(),
    kinds: p.array().$type<Kind[]>(),
    languages: p.array().$type<Language[]>(),
    limits: p.array().$type<VolunteerLimit[]>(),
    contact: p.enum(CONTACTS),
    maxOpen: p.integer(),
    weeklyMinutes: p.integer().nullable(),
    since: p.date(),
    agreementOn: p.date().nullable(),
    insuredUntil: p.date().nullable(),
    adultOn: p.date().nullable(),
    guardianConsentOn: p.date().nullable(),
    dutyUntil: p.datetime().nullable(),
    dutyTimer: p.uuid().nullable(),
    lastAskedAt: p.datetime().nullable(),
    invitedAt: p.datetime().nullable(),
    createdAt: p.datetime(),
    endedAt: p.datetime().nullable(),
    version: p.integer(),
    organisationName: p
      .string()
      .nullable()
      .formula((columns) => `(select o.name from organisation o where o.id = ${String(columns.organisationId)})`),
    openTasks: p
      .integer()
      .formula(
        (columns) =>
          `(select count(*)::int from task t where t.volunteer_id = ${String(columns.id)} and t.state in ('ACCEPTED', 'ON_THE_WAY'))`,
      ),
  },
});

/** Someone who helps. As a GraphQL type it is what staff of the district and the volunteer's own host may see: no phone, no e-mail. */
@ObjectType('VolunteerRow')
export class Volunteer extends schema.class {
  @Field(() => ID)
  declare id: string;

  @Field(() => ID, { nullable: true, description: 'Missing: held by the district directly.' })
  declare organisationId: string | null;

  @Field(() => String, { nullable: true })
  declare organisationName: string | null;

  @Field(() => ID, { description: 'Whose coordinator holds the volunteer, where no organisation does.' })
  declare district: string;

  @Field(() => String)
  declare displayName: string;

  @Field(() => [ID], { description: 'Districts served.' })
  declare districts: string[];

  @Field(() => [KindEnum])
  declare kinds: Kind[];

  @Field(() => [LanguageEnum])
  declare languages: Language[];

  @Field(() => [VolunteerLimitEnum])
  declare limits: VolunteerLimit[];

  @Field(() => ContactEnum)
  declare contact: Contact;

  @Field(() => Int)
  declare maxOpen: number;

  @Field(() => Int, { nullable: true, description: 'Own limit, in minutes of a week from Monday.' })
  declare weeklyMinutes: number | null;

  @Field(() => String, { description: 'First day of the volunteering, `2026-11-26`.' })
  declare since: string;

  @Field(() => String, { nullable: true })
  declare agreementOn: string | null;

  @Field(() => String, { nullable: true })
  declare insuredUntil: string | null;

  @Field(() => String, { nullable: true, description: 'The eighteenth birthday of a minor.' })
  declare adultOn: string | null;

  @Field(() => String, { nullable: true })
  declare guardianConsentOn: string | null;

  @Field(() => GraphQLISODateTime, { nullable: true, description: 'On duty until then, when it lies ahead.' })
  declare dutyUntil: Date | null;

  @Field(() => GraphQLISODateTime, { nullable: true })
  declare lastAskedAt: Date | null;

  @Field(() => GraphQLISODateTime, { nullable: true })
  declare invitedAt: Date | null;

  @Field(() => GraphQLISODateTime, { nullable: true })
  declare endedAt: Date | null;

  @Field(() => Int)
  declare openTasks: number;

  @Field(() => Int)
  declare version: number;

  @Field(() => Boolean, { description: 'Can sign in and answer offers.' })
  get hasAccount(): boolean {
    return this.personId !== null;
  }

  /** @throws AppError `STALE` when somebody changed the volunteer since the caller read it. */
  expect(version: number): void {
    if (this.version !== version) throw stale(this.version);
  }

  /** @throws AppError `INVALID` on `id` for someone who has stopped helping. */
  expectActive(): void {
    if (this.endedAt) throw invalid([{ path: 'id', rule: 'volunteer' }]);
  }

  endDuty(): void {
    this.dutyUntil = null;
    this.dutyTimer = null;
  }
}
schema.setClass(Volunteer);
