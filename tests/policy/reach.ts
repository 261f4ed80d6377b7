import type { Action } from '@ww/shared/policy';
import type { World } from '../support/world.ts';
import { expectedOf, type Expected, type Sender } from './expectations.ts';
import { PROBES } from './probes.ts';
import { setScene } from './scene.ts';

/** What comes with a standing in a Network: who may lead a meeting is a member, and a member coordinates an organisation. */
function broughtAlong(who: Sender, action: Action): Expected[] {
  if (who !== 'NETWORK_MEMBER' && who !== 'MEETING_DEPUTY') return [];
  const asCoordinator = expectedOf('ORGANISATION_COORDINATOR', action);
  // their own organisation is what is tried where there is nothing else to try
  const isTried = asCoordinator === 'all' || /^(pool|membership)\.|^booking\.request-for$/.test(action);
  return [expectedOf('NETWORK_MEMBER', action), ...(isTried ? [asCoordinator] : [])];
}

/** What is expected through the API: what anyone and everyone signed in may do comes with every role. */
export function effective(who: Sender, action: Action): Expected {
  const isSignedIn = who !== 'ANYONE' && who !== 'CODE_HOLDER' && who !== 'BOOKING_HOLDER';
  const signedIn = isSignedIn ? [expectedOf('SIGNED_IN', action)] : [];
  const given = [expectedOf(who, action), expectedOf('ANYONE', action), ...signedIn, ...broughtAlong(who, action)];
  return given.find((expected) => expected === 'all') ?? given.find((expected) => expected === 'own') ?? 'no';
}

/** How far somebody really reaches with an action, tried in their own scope and, where that is let through, in another. */
export async function reach(world: World, who: Sender, action: Action): Promise<Expected> {
  const probe = PROBES[action];
  if (!probe) throw new Error(`nothing tries ${action}`);
  const scene = await setScene(world, who, /^request\.(follow|.*-own)$/.test(action));
  try {
    const own = await probe(scene, 'own');
    // nobody has nothing of their own
    if (!own && who !== 'ANYONE') return 'no';
    return (await probe(scene, 'other')) ? 'all' : own ? 'own' : 'no';
  } finally {
    scene.socket.close();
  }
}
