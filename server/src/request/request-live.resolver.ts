import './request-live.ts';
import { Arg, Ctx, ID, Mutation, Resolver, Root, Subscription } from 'type-graphql';
import type { Context } from '../platform/context.ts';
import { onlyShared } from '../platform/live-source.ts';
import { showPresence } from './presence.ts';
import { CountsChange } from './counts.types.ts';
import { OwnChange } from './own-request.types.ts';
import { Presence } from './presence.types.ts';
import { QueueChange } from './request.types.ts';

/** Live reads; their sources are in `request-live.ts`. `after` is the cursor to go on from. */
@Resolver()
export class RequestLiveResolver {
  @Subscription(() => QueueChange, { subscribe: onlyShared })
  queueChanges(
    @Root() change: QueueChange,
    @Arg('district', () => ID) _district: string,
    @Arg('after', () => String, { nullable: true }) _after: string | null,
  ): QueueChange {
    return change;
  }

  @Subscription(() => CountsChange, { subscribe: onlyShared })
  countsChanges(@Root() change: CountsChange, @Arg('after', () => String, { nullable: true }) _after: string | null): CountsChange {
    return change;
  }

  @Subscription(() => OwnChange, { subscribe: onlyShared, description: 'The steps of the request of a code.' })
  ownRequestChanges(
    @Root() change: OwnChange,
    @Arg('code', () => String) _code: string,
    @Arg('after', () => String, { nullable: true }) _after: string | null,
  ): OwnChange {
    return change;
  }

  @Subscription(() => Presence, { subscribe: onlyShared })
  presence(@Root() change: Presence, @Arg('district', () => ID) _district: string): Presence {
    return change;
  }

  @Mutation(() => Boolean, {
    description:
      'A heartbeat, every 10 s while the queue of a district is open; `requestId` names the open request. Gone after 25 s without one.',
  })
  showPresence(
    @Ctx() ctx: Context,
    @Arg('district', () => ID) district: string,
    @Arg('requestId', () => ID, { nullable: true }) requestId: string | null,
    @Arg('leaving', () => Boolean, { nullable: true }) leaving: boolean | null,
  ): Promise<boolean> {
    return showPresence(ctx, district, requestId ?? null, leaving ?? false);
  }
}
