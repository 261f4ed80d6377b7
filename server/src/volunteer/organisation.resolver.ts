import { Arg, Ctx, ID, Mutation, Query, Resolver } from 'type-graphql';
import type { Context } from '../platform/context.ts';
import { offerPool } from './commands/offer-pool.ts';
import { registerOrganisation } from './commands/register-organisation.ts';
import { withdrawPool } from './commands/withdraw-pool.ts';
import { OfferPoolInput, RegisterOrganisationInput, WithdrawPoolInput } from './organisation.inputs.ts';
import { readMyOrganisations, readOrganisation, readOrganisations } from './organisation.queries.ts';
import { OrganisationView } from './organisation.types.ts';

/** Hosts of volunteers, and the people whom they offer without names. */
@Resolver()
export class OrganisationResolver {
  @Query(() => [OrganisationView], { description: 'Those that a district registered, or that serve it.' })
  organisations(@Ctx() ctx: Context, @Arg('district', () => ID) district: string): Promise<OrganisationView[]> {
    return readOrganisations(ctx, district);
  }

  @Query(() => [OrganisationView], { description: 'Those that the caller coordinates.' })
  myOrganisations(@Ctx() ctx: Context): Promise<OrganisationView[]> {
    return readMyOrganisations(ctx);
  }

  @Mutation(() => OrganisationView)
  async registerOrganisation(
    @Ctx() ctx: Context,
    @Arg('input', () => RegisterOrganisationInput) input: RegisterOrganisationInput,
  ): Promise<OrganisationView> {
    return readOrganisation(ctx, (await registerOrganisation(ctx, input)).id, 'organisation.register');
  }

  @Mutation(() => OrganisationView)
  async offerPool(@Ctx() ctx: Context, @Arg('input', () => OfferPoolInput) input: OfferPoolInput): Promise<OrganisationView> {
    return readOrganisation(ctx, (await offerPool(ctx, input)).organisationId, 'pool.write');
  }

  @Mutation(() => OrganisationView)
  async withdrawPool(@Ctx() ctx: Context, @Arg('input', () => WithdrawPoolInput) input: WithdrawPoolInput): Promise<OrganisationView> {
    return readOrganisation(ctx, (await withdrawPool(ctx, input)).organisationId, 'pool.write');
  }
}
