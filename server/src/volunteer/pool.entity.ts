import { defineEntity, p } from '@mikro-orm/core';
import { Field, ID, Int, ObjectType } from 'type-graphql';
import type { Kind } from '@ww/shared/request/kinds';
import { KindEnum } from '../request/request.enums.ts';

const schema = defineEntity({
  name: 'VolunteerPool',
  tableName: 'volunteer_pool',
  properties: {
    id: p.uuid().primary(),
    organisationId: p.uuid(),
    districts: p.array().$type<string[]>(),
    kinds: p.array().$type<Kind[]>(),
    weekdays: p.array((weekday) => Number(weekday)),
    fromMinute: p.integer(),
    toMinute: p.integer(),
    headcount: p.integer(),
    fromDay: p.date(),
    toDay: p.date(),
    createdAt: p.datetime(),
    endedAt: p.datetime().nullable(),
    version: p.integer(),
  },
});

/** People whom an organisation offers without names, on some weekdays between two days; names appear on assignment. */
@ObjectType('PoolRow')
export class VolunteerPool extends schema.class {
  @Field(() => ID)
  declare id: string;

  @Field(() => ID)
  declare organisationId: string;

  @Field(() => [ID])
  declare districts: string[];

  @Field(() => [KindEnum])
  declare kinds: Kind[];

  @Field(() => [Int], { description: '1 is Monday.' })
  declare weekdays: number[];

  @Field(() => Int, { description: 'Minutes of Warsaw’s wall clock from midnight; the end is not included.' })
  declare fromMinute: number;

  @Field(() => Int)
  declare toMinute: number;

  @Field(() => Int)
  declare headcount: number;

  @Field(() => String, { description: 'A day of Warsaw’s calendar, `2026-11-26`.' })
  declare fromDay: string;

  @Field(() => String)
  declare toDay: string;

  @Field(() => Int)
  declare version: number;
}
schema.setClass(VolunteerPool);
