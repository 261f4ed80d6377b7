import { Arg, Ctx, Field, GraphQLISODateTime, ID, Mutation, ObjectType, Query, Resolver } from 'type-graphql';
import type { Role } from '@ww/shared/roles';
import { RoleEnum } from '../identity/identity.types.ts';
import type { Context } from '../platform/context.ts';
import { demand } from '../platform/demand.ts';
import { notFound } from '../platform/errors.ts';
import './demo-desk.ts';
import { DEMO_PASSWORD, demoPeople, scopeName } from './people.ts';

@ObjectType()
class DemoPerson {
  @Field(() => String)
  email!: string;

  @Field(() => String)
  displayName!: string;

  @Field(() => RoleEnum)
  role!: Role;

  @Field(() => String, { nullable: true })
  scope!: string | null;

  @Field(() => String, { nullable: true })
  scopeName!: string | null;
}

@ObjectType()
class DemoState {
  @Field(() => Boolean)
  enabled!: boolean;

  @Field(() => String, { nullable: true, description: 'The same for every demo account.' })
  password!: string | null;

  @Field(() => [DemoPerson])
  people!: DemoPerson[];

  @Field(() => GraphQLISODateTime, { nullable: true, description: 'When the made-up traffic stops by itself; null when there is none.' })
  trafficUntil!: Date | null;
}

@ObjectType()
class DemoMail {
  @Field(() => ID)
  id!: string;

  @Field(() => String)
  to!: string;

  @Field(() => String)
  subject!: string;

  @Field(() => String)
  text!: string;

  @Field(() => GraphQLISODateTime)
  sentAt!: Date;
}

const OFF: DemoState = { enabled: false, password: null, people: [], trafficUntil: null };

function stateOf(ctx: Context): DemoState {
  const { demo } = ctx.services;
  if (!demo) return OFF;
  const people = demoPeople()
    .filter((person) => person.offered)
    .map(({ email, name, role, scope }) => ({
      email,
      displayName: name,
      role,
      scope,
      scopeName: scopeName(scope),
    }));
  return { enabled: true, password: DEMO_PASSWORD, people, trafficUntil: demo.trafficUntil() };
}

@Resolver()
export class DemoResolver {
  @Query(() => DemoState)
  demo(@Ctx() ctx: Context): DemoState {
    return stateOf(ctx);
  }

  @Query(() => [DemoMail], { description: 'Letters sent in demo mode; nothing outside it.' })
  demoMail(@Ctx() ctx: Context): DemoMail[] {
    return [...(ctx.services.demo?.letters ?? [])];
  }

  @Mutation(() => DemoState, { description: 'Demo mode only: starts or stops the made-up traffic.' })
  steerDemoTraffic(@Ctx() ctx: Context, @Arg('on', () => Boolean) on: boolean): DemoState {
    demand(ctx, 'demo.steer');
    if (!ctx.services.demo) throw notFound();
    ctx.services.demo.steerTraffic(on);
    return stateOf(ctx);
  }
}
