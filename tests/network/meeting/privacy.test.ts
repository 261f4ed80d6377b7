import { newId } from '@ww/shared/id';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import type { Actor } from '../../support/actors.ts';
import { LiveClient } from '../../support/live-client.ts';
import { caughtUp } from '../../support/live-queue.ts';
import {
  answer,
  answered,
  coordinatorOf,
  didMeeting,
  giveMeeting,
  GUESTS,
  LOSING_SEATS,
  MEETING,
  meetingDetails,
  MEETINGS,
  meetingFor,
  MINE,
  mineIn,
  newMeeting,
  rsvpOf,
} from '../../support/meetings.ts';
import { MEETING_ROW, MEETING_VIEW, MINE_VIEW, PEOPLE_VIEW } from '../../support/meeting-views.ts';
import { aMember, type Member } from '../../support/network.ts';
import { useWorld } from '../../support/world.ts';

// no such letters in an id: what is random must not look like them
const LINK = 'https://spotkania.example.org/kanarkowy-pokoj-91W87';
const OTHER_LINK = 'https://spotkania.example.org/gawroni-pokoj-77X4';
const NEEDS = 'Pętla indukcyjna dla Halszki, wózek Zbyszka';
/** Words that occur nowhere but in the link and in what people need. */
const SECRET = /kanarkow|91W87|gawroni|77X4|spotkania\.example|indukcyjn|Halszk|Zbyszk/i;

const LIVE = {
  list: `subscription { meetingsChanges(district: "wlochy") { kind id row { ${MEETING_ROW} } } }`,
  meeting: `subscription ($id: ID!) { meetingChanges(id: $id) { kind meeting { ${MEETING_VIEW} } } }`,
  people: `subscription ($id: ID!) { meetingPeopleChanges(id: $id) { kind people { ${PEOPLE_VIEW} } } }`,
  mine: `subscription ($id: ID!) { myMeetingChanges(id: $id) { kind mine { ${MINE_VIEW} } } }`,
};

describe('the link of a meeting, and what its people need', () => {
  const world = useWorld();

  /** Somebody, with every answer and frame that they got but those of the looks that may show something. */
  async function listening(member: Member): Promise<Member & { heard: () => string; follow: (id: string) => void }> {
    const answers: unknown[] = [];
    const socket = await LiveClient.open(world, member.actor);
    onTestFinished(() => socket.close());
    const frames: { frames: unknown[] }[] = [];
    const actor: Actor = {
      ...member.actor,
      async send<T>(document: string, variables?: object) {
        const answer = await member.actor.send<T>(document, variables);
        answers.push(answer);
        return answer;
      },
    };
    return {
      ...member,
      actor,
      heard: () => JSON.stringify([answers, frames.map((each) => each.frames)]),
      follow: (id) => void frames.push(...Object.values(LIVE).map((query) => socket.subscribe(query, query.includes('$id') ? { id } : {}))),
    };
  }
  const lookAt = async (by: Actor, id: string) => {
    for (const query of [MEETINGS, MEETING, MINE, GUESTS, LOSING_SEATS]) await by.send(query, { id, district: 'wlochy', seats: 1 });
  };
  const looked = <T>({ actor }: Member, mutation: 'revealLink' | 'revealNeeds', id: string) => didMeeting<T>(actor, mutation, { id });

  async function written(): Promise<string> {
    const parts = [...world.logs, JSON.stringify(world.letters.map(({ subject }) => subject))];
    const tables = [
      'event',
      'audit_entry',
      'command_key',
      'rate_bucket',
      'jobs.job',
      'meeting',
      'rsvp',
      'attendance',
      'agenda_item',
      'minutes',
    ];
    for (const table of tables) parts.push(JSON.stringify(await world.orm.em.fork().execute(`select t::text from ${table} t`)));
    return parts.join('\n');
  }

  it(
    'are in no list, event, audit entry, key, job, log, subject or frame, refusals and mistakes included',
    { timeout: 60_000 },
    async () => {
      const dkw = await coordinatorOf(world);
      const plain = { organisationId: '', organisationName: '', membershipId: '' };
      const anna = await listening({ actor: dkw, ...plain });
      const [olga, jan, ewa] = [
        await listening(await aMember(world)),
        await listening(await aMember(world)),
        await listening(await aMember(world)),
      ];
      const everybody = [anna, olga, jan, ewa];
      const input = newMeeting({ seats: 1, link: LINK });
      const { id } = input;
      await giveMeeting(anna.actor, 'callMeeting', input);
      await giveMeeting(anna.actor, 'publishMeeting', { id });
      for (const each of everybody) each.follow(id);
      // frames are followed from now on
      await vi.waitFor(() => expect(anna.heard()).toContain('PUBLISHED'));

      await answered(olga, id, { needs: NEEDS, interpreter: true });
      await answered(jan, id, { needs: NEEDS });
      await answered(ewa, id, { coming: false, needs: NEEDS });
      const rsvp = await rsvpOf(olga.actor, id);
      const revealed = [
        await looked<{ link: string }>({ ...olga, actor: { ...olga.actor, send: dkwOf(olga) } }, 'revealLink', id),
        await looked<{ needs: string }>({ ...anna, actor: dkw }, 'revealNeeds', rsvp),
      ];
      for (const each of [jan, ewa]) {
        await giveMeeting(each.actor, 'revealLink', { id });
        await giveMeeting(each.actor, 'revealNeeds', { id: rsvp });
      }
      await giveMeeting(anna.actor, 'amendMeeting', { id, version: 1, ...meetingDetails({ seats: 2, link: OTHER_LINK }) });
      await giveMeeting(anna.actor, 'amendMeeting', { id, version: 1, ...meetingDetails({ seats: 2, link: LINK }) });
      await giveMeeting(ewa.actor, 'amendMeeting', { id, version: 2, ...meetingDetails({ link: LINK }) });
      // who sends what is no input hears it back, and nobody else
      await giveMeeting(dkw, 'callMeeting', { ...input, unknown: OTHER_LINK });
      await giveMeeting(anna.actor, 'callMeeting', { ...newMeeting({ place: '' }), link: 'spotkania.example' });
      await answer(olga, id, { needs: NEEDS.repeat(20) });
      await giveMeeting(anna.actor, 'checkIn', { id: newId(), meetingId: id, personId: olga.actor.personId });
      for (const { actor } of everybody) await lookAt(actor, id);
      await answered(olga, id, { coming: false });
      await giveMeeting(olga.actor, 'revealLink', { id });
      await caughtUp(world);
      const { version } = (await meetingFor(dkw, id)).row;
      for (const each of everybody)
        await vi.waitFor(() => expect(each.heard()).toContain(`"version":${String(version)},"detailsVersion":2`), 5_000);

      for (const each of everybody) expect(each.heard()).not.toMatch(SECRET);
      const kept = await written();
      expect(kept).toContain('meeting.join');
      expect(kept).not.toMatch(SECRET);
      // and looking for it means something
      expect(revealed).toMatchObject([{ link: LINK }, { needs: NEEDS }]);
      expect(await world.orm.em.fork().execute('select link from meeting_private')).toEqual([{ link: OTHER_LINK }]);

      function dkwOf({ actor }: Member): Actor['send'] {
        // beside what is listened to: this one answer may hold it
        return (document, variables) =>
          fetch(`${world.url}/graphql`, {
            method: 'POST',
            headers: { 'content-type': 'application/json', cookie: actor.cookie },
            body: JSON.stringify({ query: document, variables }),
          }).then(async (response) => ({ status: response.status, ...((await response.json()) as { data: never }) }));
      }
    },
  );

  it('are in no minutes and on no agenda of what took place', async () => {
    const anna = await coordinatorOf(world);
    const olga = await aMember(world);
    const input = newMeeting({ link: LINK });
    const { id } = input;
    await didMeeting(anna, 'callMeeting', input);
    await didMeeting(anna, 'publishMeeting', { id });
    await answered(olga, id, { needs: NEEDS });
    world.clock.set(input.startsAt);
    await didMeeting(anna, 'startMeeting', { id });
    await didMeeting(olga.actor, 'checkInMyself', { id: newId(), meetingId: id, remote: true });
    await didMeeting(anna, 'endMeeting', { id });
    const minutes = await didMeeting(anna, 'approveMinutes', { id, version: 1 });
    expect(JSON.stringify([minutes, await meetingFor(olga.actor, id), await mineIn(olga.actor, id), await written()])).not.toMatch(SECRET);
  });

  it('names and organisations of who comes are seen by who prepares it, and addresses and numbers by nobody', async () => {
    const anna = await coordinatorOf(world);
    const [olga, jan] = [await aMember(world), await aMember(world)];
    const { id } = (await didMeeting(anna, 'callMeeting', newMeeting())).row;
    await didMeeting(anna, 'publishMeeting', { id });
    await answered(olga, id);
    const [person] = await world.orm.em.fork().execute<{ email: string }[]>('select email from person where id = ?', [olga.actor.personId]);
    const seen: unknown[] = [];
    for (const by of [anna, jan.actor, olga.actor])
      for (const query of [MEETINGS, MEETING, MINE, GUESTS]) seen.push(await by.send(query, { id, district: 'wlochy' }));
    expect(JSON.stringify(seen)).not.toContain(person?.email ?? 'nobody');
    expect(JSON.stringify(seen)).not.toContain('@example.org');
  });
});
