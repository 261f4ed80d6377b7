import { newId } from '@ww/shared/id';
import { myDocument, OFFER_REQUEST, RECORD_ANSWER, START_WAVES, STOP_DISPATCH, type MyCommand } from './dispatch.ts';
import { DECLINE_POOL_OFFER, FILL_OFFER } from './pool.ts';
import { REVEAL_TASK } from './tasks.ts';
import type { World } from './world.ts';

const MINE: Record<MyCommand, object> = {
  acceptOffer: {},
  declineOffer: { reason: 'NO_TIME' },
  startTask: {},
  finishTask: { minutes: 30 },
  returnTask: { reason: 'OTHER' },
  undoTask: { version: 1 },
};

/** Of a search for somebody to help and of what they do; about offers and tasks that don't exist, where they are about any. */
export function dispatchMutations(
  world: World,
  { id: requestId, volunteerId = newId() }: { id: string; volunteerId?: string },
): Record<string, { document: string; input: Record<string, unknown> }> {
  const target = () => ({ key: newId(), id: newId() });
  const ask = () => ({ ...target(), requestId, from: world.clock.in(3_600), to: world.clock.in(7_200), minutes: 30 });
  const overrides = [{ gate: 'KIND', reason: 'Zna tę panią od lat.' }];
  const mine = Object.entries(MINE).map(
    ([command, more]) => [command, { document: myDocument(command as MyCommand), input: { ...target(), ...more } }] as const,
  );
  return {
    offerRequest: { document: OFFER_REQUEST, input: { ...ask(), volunteerId, poolId: null, overrides } },
    startWaves: { document: START_WAVES, input: { ...ask(), size: 3 } },
    stopDispatch: { document: STOP_DISPATCH, input: target() },
    recordAnswer: { document: RECORD_ANSWER, input: { ...target(), accepted: false, reason: 'UNWELL' } },
    fillOffer: { document: FILL_OFFER, input: { ...target(), volunteerId } },
    declinePoolOffer: { document: DECLINE_POOL_OFFER, input: { ...target(), reason: 'NO_TIME' } },
    ...Object.fromEntries(mine),
    revealTask: { document: REVEAL_TASK, input: target() },
  };
}
