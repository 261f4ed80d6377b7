import { POLICY, type Action } from '@ww/shared/policy';
import { SCOPE_OF, type ScopeKind } from '@ww/shared/roles';
import { describe, expect, it } from 'vitest';
import { useWorld, type World } from '../support/world.ts';
import { EXPECTED_ACTIONS, expectedOf, WITHOUT_API, type Sender } from './expectations.ts';
import { effective, reach } from './reach.ts';

/** The parts of a subject that the API gives for an action, by the beginning of its name: a role of another kind of scope gains nothing. */
const SCOPES_GIVEN: [RegExp, readonly ScopeKind[]][] = [
  [/^request\.(follow|.*-own)$/, ['request']],
  [/^booking\.(follow|.*-own)$/, ['booking']],
  [/^booking\.(change|read)$/, ['place', 'organisation']],
  [/^booking\.request-for$/, ['place', 'organisation']],
  [/^(place\.(?!open)|staff|hours|booking\.(?!prove)|food|fridge)/, ['place']],
  [/^(session|mine|offer|task)\./, ['person']],
  [/^(request\.(?!submit)|presence|team|dispatch|organisation\.register)/, ['district']],
  [/^network\./, ['district']],
  [/^membership\./, ['organisation']],
  [/^board\./, ['district', 'organisation']],
  [/^action\./, ['district', 'person']],
  [/^(meeting|agenda|minutes)\./, ['district', 'meeting']],
  [/^organisation\.read/, ['district', 'organisation']],
  [/^pool\./, ['organisation']],
  [/^(volunteer|availability)\./, ['district', 'organisation', 'person']],
];
const scopesGiven = (action: Action): readonly ScopeKind[] => SCOPES_GIVEN.find(([pattern]) => pattern.test(action))?.[1] ?? ['city'];

/** Whether turning one entry of the table round changes what anybody can do through the API. */
function isObservable(who: Sender, action: Action): boolean {
  if (WITHOUT_API.includes(action)) return false;
  const kind = SCOPE_OF[who];
  const given = scopesGiven(action);
  // a code is its own actor: whatever else its holder may
  if (given.includes('request') || given.includes('booking')) return given.includes(kind);
  // only someone signed in has sessions to list, and everyone signed in may
  if (action.startsWith('session.')) return expectedOf(who, action) === 'own' || (kind === 'city' && action === 'session.revoke');
  // acting for others is nothing without a command to act with
  if (action === 'request.act-for-others') return who === 'DISTRICT_COORDINATOR' || who === 'TEAM_MEMBER';
  // a gate is let pass by whoever may offer
  if (action === 'dispatch.override') return expectedOf(who, 'dispatch.offer') !== 'no';
  // a day is somebody's, and so is an answer, a name in the calendar, and who coordinates; nobody is somebody
  if (who === 'ANYONE' && /^(mine\.read|meeting\.answer|booking\.(answer|enter|request-for))$/.test(action)) return false;
  // whoever sees the city's numbers sees them whole
  if (action === 'counts.read-suppressed' && expectedOf(who, 'counts.read') === 'all') return false;
  if (expectedOf(who, action) === 'no' && effective(who, action) !== 'no') return false;
  return kind === 'city' || given.includes(kind);
}

async function withReversed<T>(who: Sender, action: Action, run: () => Promise<T>): Promise<T> {
  const row = POLICY[who];
  POLICY[who] = row.includes(action) ? row.filter((given) => given !== action) : [...row, action];
  try {
    return await run();
  } finally {
    POLICY[who] = row;
  }
}

/** True when the walk would fail: another reach, or an answer that is neither yes nor no. */
async function isNoticed(world: World, who: Sender, action: Action): Promise<boolean> {
  const reached = await reach(world, who, action).catch(() => 'failed');
  return reached !== effective(who, action);
}

/** The entries of somebody's row that the walk must notice, were they turned round. */
export const observable = (who: Sender): Action[] => EXPECTED_ACTIONS.filter((action) => isObservable(who, action));

/** Turns each entry of their rows round: the walk must fail. */
export function reverse(senders: readonly Sender[]): void {
  describe('the walk of the policy table', () => {
    const world = useWorld();

    it.each(senders)('fails when one entry of %s is turned round', { timeout: 180_000 }, async (who) => {
      const unnoticed: string[] = [];
      for (const action of observable(who)) {
        if (!(await withReversed(who, action, () => isNoticed(world, who, action)))) unnoticed.push(action);
      }
      expect(unnoticed).toEqual([]);
    });
  });
}
