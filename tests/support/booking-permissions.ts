import { newId } from '@ww/shared/id';
import type { Action } from '@ww/shared/policy';
import { ROLES, type Role } from '@ww/shared/roles';
import { expect, it } from 'vitest';
import { resident, signIn } from './actors.ts';
import { ownDocument, REVEAL_BOOKING, type OwnMutation } from './booking-own.ts';
import { aMember, type Member } from './network.ts';
import { OTHER, OWN, permissions, scopeFor } from './permissions.ts';
import {
  aRequest,
  at,
  bookingDocument,
  bookingsOf,
  didBooking,
  plantPlace,
  wish,
  type BookingMutation,
  type PlantedPlace,
} from './places.ts';
import { HOSTS } from './roster-permissions.ts';
import { sendRaw, type Operation } from './raw.ts';
import { snapshotOf } from './snapshot.ts';
import type { World } from './world.ts';

/** Places whose staff tries: the booking's own, and another. */
export const PLACES = { [OWN]: newId(), [OTHER]: newId() } as const;
export const SCOPES = { PLACE_STAFF: PLACES, ORGANISATION_COORDINATOR: HOSTS };

/** The booking's place and the organisation that borrows there. */
export interface Lent {
  place: PlantedPlace;
  member: Member;
}

/** Both places, and the organisations that borrow in each. */
async function plantBoth(world: World): Promise<Lent> {
  await plantPlace(world, { id: PLACES[OTHER], district: OTHER });
  await aMember(world, OTHER, { id: HOSTS[OTHER] });
  const member = await aMember(world, OWN, { id: HOSTS[OWN] });
  return { place: await plantPlace(world, { id: PLACES[OWN], district: OWN }), member };
}

interface Tried {
  subjectId: string;
  input: object;
  /** What makes it one of something that is not there. */
  missing: object;
}
interface Case {
  action: Action;
  allowed: readonly Role[];
  prepare: (world: World, lent: Lent) => Promise<Tried> | Tried;
}

/** The permissions of a step with a booking, or of a new one. */
export function bookingPermissions(world: World, mutation: BookingMutation | 'revealBooking', { action, allowed, prepare }: Case): void {
  const document = mutation === 'revealBooking' ? REVEAL_BOOKING : bookingDocument(mutation);
  permissions(world, {
    ...{ action, allowed, scopes: SCOPES },
    async prepare() {
      const { subjectId, input, missing } = await prepare(world, await plantBoth(world));
      const about = (over: object): Operation => ({ document, variables: { input: { key: newId(), ...input, ...over } } });
      return { subjectId, operation: () => about({}), missing: () => about(missing) };
    },
  });
}

/** What the organisation has asked for; returns the booking's id. */
export async function askedIn({ place, member }: Lent): Promise<string> {
  const input = { id: newId(), ...wish(place), organisationId: member.organisationId, rulesVersion: 1 };
  return (await didBooking(member.actor, 'bookForOrganisation', input)).id;
}

/** The permissions of what a borrower does by code: the code is all that counts, and it opens one booking. */
export function ownBookingPermissions(world: World, mutation: OwnMutation): void {
  const operation = (place: PlantedPlace, code: string): Operation => {
    const to = { version: 1, roomId: place.small, startsAt: at('2026-11-27T14:00'), endsAt: at('2026-11-27T15:00') };
    const input = { key: newId(), code, ...(mutation === 'moveOwnBooking' ? to : {}) };
    return { document: ownDocument(mutation), variables: { input } };
  };

  it('lets whoever holds the code, signed in or not, and touches no other booking', async () => {
    const place = await plantPlace(world);
    const [one, other, third] = [await aRequest(world, place), await aRequest(world, place), await aRequest(world, place)];
    for (const [by, { code }] of [
      [resident(world), one],
      [await signIn(world, 'AUDITOR'), other],
    ] as const) {
      const answer = await sendRaw(world, by, operation(place, code));
      expect(JSON.parse(answer.text)).not.toHaveProperty('errors');
    }
    const untouched = (await bookingsOf(world, place.id)).filter(({ version }) => version === 1);
    expect(untouched.map(({ id }) => id)).toEqual([third.id]);
  });

  it.each([...ROLES, null, undefined])('refuses %s without the code, whatever was typed in its place', async (role) => {
    const place = await plantPlace(world, { id: PLACES[OWN] });
    const { id, code } = await aRequest(world, place);
    const scope = role && (role in SCOPES ? PLACES[OWN] : scopeFor(role, OWN));
    const by = role === undefined ? resident(world) : await signIn(world, role, scope);
    const before = await snapshotOf(world);
    const answers = new Set<string>();
    const last = code.endsWith('0') ? '1' : '0';
    for (const typed of [`${code.slice(0, -1)}${last}`, id, 'K7QP-4M2X-9RTB', 'x', '\u0000', '%']) {
      const { status, text } = await sendRaw(world, by, operation(place, typed));
      answers.add(`${status} ${text}`);
    }
    expect([...answers]).toEqual([expect.stringContaining('"code":"NOT_FOUND"')]);
    expect(await snapshotOf(world)).toBe(before);
  });
}
