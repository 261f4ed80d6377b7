import { newId } from '@ww/shared/id';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import type { Actor } from '../../support/actors.ts';
import { didOwn, OWN_FIELDS, ownBooking, reveal, visitor } from '../../support/booking-own.ts';
import { dataOf, errorOf } from '../../support/client.ts';
import { LiveClient } from '../../support/live-client.ts';
import { caughtUp } from '../../support/live-queue.ts';
import { auditOf } from '../../support/log.ts';
import { aMember } from '../../support/network.ts';
import {
  aBooking,
  aRequest,
  asked,
  at,
  BOOKING_FIELDS,
  closing,
  didBooking,
  didPlace,
  entered,
  onBooking,
  plantPlace,
  requestBooking,
  staffOf,
  wish,
  type PlantedPlace,
} from '../../support/places.ts';
import { useWorld } from '../../support/world.ts';

/** Words that occur nowhere but in what people wrote of themselves. */
const WHO = { name: 'Zdzisława Kanarkowska', phone: '22 000 91 87', words: 'Wózek Halszki, alergia na gawrony' };
const EMAIL = 'zdziska.kanarkowa@example.org';
const SECRET = /kanarkow|zdzis|220009187|22 000 91 87|halszk|gawron/i;

const WEEK = `cursor day open { from to } place { id name rooms { id name } }`;
const READS = {
  public: `query ($placeId: ID!, $day: String!) { placeWeek(placeId: $placeId, day: $day) { ${WEEK} busy { roomId from to isAsked } } }`,
  staff: `query ($placeId: ID!, $day: String!) { staffWeek(placeId: $placeId, day: $day) { ${WEEK} bookings { ${BOOKING_FIELDS} } attention { ${BOOKING_FIELDS} } } }`,
  impact: `query ($placeId: ID!, $from: DateTimeISO!, $to: DateTimeISO!) { closureImpact(placeId: $placeId, from: $from, to: $to) { booking { ${BOOKING_FIELDS} } alternatives { roomId startsAt endsAt } } }`,
};
const LIVE = {
  public: `subscription ($placeId: ID!, $day: String!) { placeWeekChanges(placeId: $placeId, day: $day) { kind cursor week { ${WEEK} busy { roomId from to isAsked } } } }`,
  staff: `subscription ($placeId: ID!, $day: String!) { staffWeekChanges(placeId: $placeId, day: $day) { kind cursor week { ${WEEK} bookings { ${BOOKING_FIELDS} } attention { ${BOOKING_FIELDS} } } } }`,
  own: `subscription ($code: String!) { ownBookingChanges(code: $code) { kind cursor own { ${OWN_FIELDS} } } }`,
};

describe('who borrows', () => {
  const world = useWorld();

  async function written(): Promise<string> {
    const parts = [...world.logs, JSON.stringify(world.letters.map(({ subject }) => subject))];
    const tables = [
      'event',
      'audit_entry',
      'command_key',
      'rate_bucket',
      'jobs.job',
      'booking',
      'booking_told',
      'closure',
      'place',
      'room',
    ];
    for (const table of tables) parts.push(JSON.stringify(await world.orm.em.fork().execute(`select t::text from ${table} t`)));
    return parts.join('\n');
  }
  /** Everything that an actor is answered from now on. */
  function heard(actor: Actor): { actor: Actor; answers: unknown[] } {
    const answers: unknown[] = [];
    const send: Actor['send'] = async <T>(document: string, variables?: object) => {
      const answer = await actor.send<T>(document, variables);
      answers.push(answer);
      return answer;
    };
    return { actor: { ...actor, send }, answers };
  }
  const lookAt = async (by: Actor, place: PlantedPlace) => {
    for (const query of Object.values(READS))
      await by.send(query, { placeId: place.id, day: '2026-11-27', from: at('2026-11-27T12:00'), to: at('2026-11-27T20:00') });
  };

  it('is in no list, event, audit entry, key, job, log, frame or error, refusals and mistakes included', { timeout: 60_000 }, async () => {
    const place = await plantPlace(world, { perMonth: 2 });
    const sowa = await staffOf(world, place);
    const staff = heard(sowa);
    const other = heard(visitor(world));
    const stranger = heard((await aMember(world)).actor);
    const sockets = [
      ...[await LiveClient.open(world, other.actor), await LiveClient.open(world, staff.actor)],
      await LiveClient.open(world, stranger.actor),
    ];
    onTestFinished(() => sockets.forEach((socket) => socket.close()));
    const [here, there, elsewhere] = sockets;
    const about = { placeId: place.id, day: '2026-11-27' };
    const frames = [here?.subscribe(LIVE.public, about), there?.subscribe(LIVE.staff, about), elsewhere?.subscribe(LIVE.public, about)];

    // asked for, twice too often, with mistakes, and entered by staff
    const mine = await aRequest(world, place, WHO, EMAIL);
    const follow = here?.subscribe(LIVE.own, { code: mine.code });
    const group = { ...WHO, kind: 'GROUP', groupName: 'Chór', startsAt: at('2026-11-27T17:00'), endsAt: at('2026-11-27T18:00') };
    const second = await aRequest(world, place, group, EMAIL);
    const mistakes = [{}, { phone: `${WHO.phone} 1` }, { code: '000000' }, { rulesVersion: 9 }, { people: 99 }, { unknown: WHO.words }];
    const errors: unknown[] = [];
    for (const over of mistakes) errors.push(await requestBooking(visitor(world), await asked(world, place, { ...WHO, ...over }, EMAIL)));
    // whoever sends what is no input hears it back, and nobody else
    expect(JSON.stringify(errors.slice(0, -1))).not.toMatch(SECRET);
    const own = { ...WHO, email: EMAIL, kind: 'RESIDENT', roomId: place.small };
    await onBooking(staff.actor, 'enterBooking', entered(place, own));
    await onBooking(staff.actor, 'enterBooking', entered(place, own));
    await onBooking(stranger.actor, 'enterBooking', entered(place, own));
    await onBooking(staff.actor, 'approveBooking', { id: mine.id, version: 1 });

    // who comes second is told what is free, and not of whom
    const taken = await requestBooking(other.actor, await asked(world, place));
    expect(errorOf(taken).code).toBe('SPACE_TAKEN');
    expect(Object.keys(errorOf(taken)).toSorted()).toEqual(['alternatives', 'code']);
    for (const each of (errorOf(taken).alternatives ?? []) as object[]) expect(Object.keys(each)).toEqual(['roomId', 'startsAt', 'endsAt']);
    const shut = closing(place);
    await didPlace(staff.actor, 'closePlace', shut);
    await didPlace(staff.actor, 'reopenPlace', { id: shut.id });
    await onBooking(staff.actor, 'refuseBooking', { id: second.id, version: 1, reason: 'Próba.' });
    await didOwn(world, 'withdrawOwnBooking', { code: mine.code });
    for (const { actor } of [staff, other, stranger]) await lookAt(actor, place);
    // another's reveal, and one that is none of theirs
    expect(errorOf(await reveal(stranger.actor, { id: mine.id }))).toEqual({ code: 'NOT_FOUND' });
    const seen = dataOf(await reveal(sowa, { id: mine.id })).revealed;
    await caughtUp(world);
    for (const frame of [...frames, follow]) await vi.waitFor(() => expect(frame?.frames.length).toBeGreaterThan(0), 5_000);
    await vi.waitFor(() => expect(JSON.stringify(follow?.frames)).toContain('WITHDRAWN'), 5_000);

    for (const { answers } of [staff, other, stranger]) {
      expect(answers.length).toBeGreaterThan(0);
      expect(JSON.stringify(answers)).not.toMatch(SECRET);
    }
    expect(JSON.stringify([...frames, follow].map((each) => each?.frames))).not.toMatch(SECRET);
    const kept = await written();
    expect(kept).toContain('booking.request');
    expect(kept).not.toMatch(SECRET);
    // and looking for it means something
    expect(seen).toMatchObject({ name: WHO.name, email: EMAIL, phone: '+48220009187', words: WHO.words });
    const looks = (await auditOf(world, mine.id)).filter(({ action }) => action === 'booking.reveal');
    // at one instant, so in no order
    expect(looks.toSorted((a, b) => (a.outcome < b.outcome ? -1 : 1))).toMatchObject([
      { outcome: 'DONE', actor_id: sowa.personId },
      { outcome: 'REFUSED', actor_id: stranger.actor.personId },
    ]);
  });

  it('is not even in what its own code opens: the code may be on a note', async () => {
    const place = await plantPlace(world);
    const { code } = await aRequest(world, place, WHO, EMAIL);
    expect(JSON.stringify(await ownBooking(world, code))).not.toMatch(SECRET);
  });

  it('what everybody sees of a week is that a room is not free, and no more', async () => {
    const place = await plantPlace(world);
    const staff = await staffOf(world, place);
    const { actor, organisationId, organisationName } = await aMember(world);
    await didBooking(actor, 'bookForOrganisation', { id: newId(), ...wish(place), organisationId, rulesVersion: 1 });
    await aBooking(staff, place, { roomId: place.small, kind: 'GROUP', groupName: 'Chór sąsiedzki', purpose: 'REHEARSAL' });
    const answer = await visitor(world).send<{ placeWeek: { busy: object[] } }>(READS.public, { placeId: place.id, day: '2026-11-27' });
    const { busy } = dataOf(answer).placeWeek;
    expect(busy).toHaveLength(2);
    expect(new Set(busy.flatMap((span) => Object.keys(span)))).toEqual(new Set(['roomId', 'from', 'to', 'isAsked']));
    for (const word of [organisationName, 'Chór', 'REHEARSAL']) expect(JSON.stringify(answer)).not.toContain(word);
  });

  it('the code of an address, and of a booking, are in no row and no line', async () => {
    const place = await plantPlace(world);
    const proofId = newId();
    await visitor(world).send('mutation ($input: ProveEmailInput!) { ok: proveEmail(input: $input) }', {
      input: { key: newId(), id: proofId, email: EMAIL },
    });
    await vi.waitFor(() => expect(world.letters).toHaveLength(1), 10_000);
    const proof = world.app.services.secrets.proofCode(proofId);
    expect(world.letters[0]?.text).toContain(proof);
    const { code } = dataOf(await requestBooking(visitor(world), await asked(world, place, { proofId, code: proof }))).booked;
    await didOwn(world, 'moveOwnBooking', {
      code,
      version: 1,
      roomId: place.small,
      startsAt: at('2026-11-27T14:00'),
      endsAt: at('2026-11-27T15:00'),
    });
    await didOwn(world, 'withdrawOwnBooking', { code });
    const rows = await world.orm.em.fork().execute(`select t::text from booking_proof t union all select t::text from booking_private t`);
    const all = `${await written()}\n${JSON.stringify(rows)}`;
    for (const each of [proof, code, code.replaceAll('-', '')]) expect(all).not.toContain(each);
  });
});
