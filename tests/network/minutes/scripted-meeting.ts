import { newId } from '@ww/shared/id';
import type { Actor } from '../../support/actors.ts';
import { anAction, aVote } from '../../support/meeting-steps.ts';
import { aMeeting, answered, coordinatorOf, didMeeting, newPoint, running } from '../../support/meetings.ts';
import { aMember, type Member } from '../../support/network.ts';
import type { World } from '../../support/world.ts';

export interface Scripted {
  meeting: string;
  /** The next one, called before this one ended. */
  next: string;
  marta: Actor;
  olga: Actor;
}

async function named(world: World, actor: Actor, name: string): Promise<Actor> {
  await world.orm.em.fork().execute('update person set display_name = ? where id = ?', [name, actor.personId]);
  return { ...actor, name };
}

/** An hour and a half of a Network, from what the last meeting left to the last word; each step at its minute. */
export async function scriptedMeeting(world: World): Promise<Scripted> {
  const marta = await named(world, await coordinatorOf(world), 'Marta Zielonka');
  const from = (name: string, coordinatorName: string): Promise<Member> => aMember(world, 'wlochy', { name, coordinatorName });
  const { actor: olga, ...seniors } = await from('Klub Seniora „Pogodni”', 'Olga Wilga');
  const { actor: jan, ...library } = await from('Biblioteka na Rejonowej', 'Jan Perkoz');
  const { actor: ewa } = await from('Parafialny Zespół Pomocy', 'Ewa Kania');

  // what the last meeting left: one thing done since, one not
  const last = await running(world, marta, { members: 0, points: 1, over: { startsAt: '2026-11-26T12:00:00.000Z' } });
  await anAction(marta, last.id, olga.personId, { text: 'Zapytać szkołę o salę', due: '2026-12-01' });
  const { id: done } = await anAction(marta, last.id, jan.personId, { text: 'Oddać klucze', due: '2026-11-27' });
  await didMeeting(marta, 'endMeeting', { id: last.id });
  await didMeeting(jan, 'finishAction', { id: done, done: true });

  const { id: meeting } = await aMeeting(marta, { title: 'Zima w dzielnicy' });
  const { id: next } = await aMeeting(marta, { title: 'Po świętach', startsAt: '2027-01-15T16:00:00.000Z' });
  await didMeeting(marta, 'setDeputies', { id: meeting, people: [jan.personId] });
  await answered({ actor: olga, ...seniors }, meeting);
  await answered({ actor: jan, ...library }, meeting, { needs: 'Miejsce przy drzwiach.' });

  const points = {
    hello: newPoint(meeting, { title: 'Powitanie', kind: 'INFORMATION', presenter: 'Marta Zielonka', minutes: 5 }),
    blankets: newPoint(meeting, { title: 'Zbiórka koców', kind: 'DECISION', presenter: 'Jan Perkoz', minutes: 20 }),
    hours: newPoint(meeting, { title: 'Dyżury w świetlicy', kind: 'DISCUSSION', minutes: 15 }),
    needs: newPoint(meeting, { title: 'Zasoby i potrzeby', kind: 'RESOURCES_NEEDS', minutes: 10 }),
    last: newPoint(meeting, { title: 'Wolne wnioski', kind: 'DISCUSSION', minutes: 10 }),
  };
  for (const point of Object.values(points)) await didMeeting(marta, 'proposeItem', point);
  const [refused, unanswered] = [newPoint(meeting, { title: 'Składka' }), newPoint(meeting, { title: 'Logo' })];
  for (const point of [refused, unanswered]) await didMeeting(olga, 'proposeItem', point);
  await didMeeting(marta, 'answerItem', { id: refused.id, accepted: false, answer: 'Sieć nie zbiera pieniędzy.' });

  const at = (time: string) => world.clock.set(`2026-11-27T${time}.000Z`);
  const step = (by: Actor, mutation: 'nextItem' | 'previousItem' | 'parkItem', seen: string | null) =>
    didMeeting(by, mutation, { id: meeting, from: seen });
  const note = (by: Actor, itemId: string, text: string) => didMeeting(by, 'noteItem', { id: meeting, itemId, version: 1, note: text });

  at('15:55:00');
  await didMeeting(olga, 'checkInMyself', { id: newId(), meetingId: meeting });
  at('15:57:00');
  await didMeeting(jan, 'checkInMyself', { id: newId(), meetingId: meeting, remote: true });
  at('15:58:00');
  const door = { meetingId: meeting, organisation: 'Rada Osiedla Stare Włochy' };
  await didMeeting(marta, 'checkIn', { ...door, id: newId(), name: 'Helena Dzierlatka' });
  const mistaken = newId();
  await didMeeting(marta, 'checkIn', { ...door, id: mistaken, name: 'Halina Dzierlatka' });
  await didMeeting(marta, 'undoCheckIn', { id: mistaken });

  at('16:02:00');
  const [follow] = (await didMeeting(marta, 'startMeeting', { id: meeting })).items;
  at('16:09:40');
  await step(marta, 'nextItem', follow?.id ?? null);
  at('16:14:09');
  await step(marta, 'nextItem', points.hello.id);

  at('16:20:00');
  await note(marta, points.blankets.id, 'Biblioteka ma miejsce na 40 koców.\r\n•\tpranie: Klub Seniora');
  const { id: until } = await aVote(marta, meeting, 'Zbieramy koce do 31 grudnia.');
  for (const by of [olga, jan]) await didMeeting(by, 'castBallot', { id: until, round: 1, ballot: 'FOR' });
  at('16:22:00');
  await didMeeting(marta, 'recountArrangement', { id: until });
  at('16:23:00');
  await didMeeting(marta, 'saveArrangement', { id: until, round: 2, for: 14, against: 2, abstained: 1 });
  at('16:25:00');
  const { id: paid } = await aVote(marta, meeting, 'Pranie opłaca dzielnica.');
  at('16:26:00');
  await didMeeting(marta, 'saveArrangement', { id: paid, round: 1, for: 6, against: 6, abstained: 5 });
  at('16:27:00');
  await aVote(marta, meeting, 'Koce zbieramy tylko nowe.').then((vote) => didMeeting(marta, 'withdrawArrangement', vote));
  await anAction(marta, meeting, jan.personId, { text: 'Przygotować regały', due: '2026-12-04' });
  // forgotten on the way: back for a moment
  at('16:31:00');
  await step(marta, 'previousItem', points.blankets.id);
  at('16:31:50');
  await step(marta, 'nextItem', points.hello.id);
  await didMeeting(marta, 'extendItem', { id: meeting, from: points.blankets.id, minutes: 10 });
  at('16:40:00');
  await didMeeting(marta, 'checkIn', { id: newId(), meetingId: meeting, personId: ewa.personId });
  at('16:44:20');
  await step(marta, 'nextItem', points.blankets.id);

  at('16:50:00');
  await step(marta, 'parkItem', points.hours.id);
  at('16:55:00');
  await didMeeting(jan, 'takeLead', { id: meeting });
  await anAction(jan, meeting, olga.personId, { text: 'Spisać, kto ma samochód', due: '2026-12-11' });
  await anAction(marta, meeting, marta.personId, { text: 'Wysłać plakat', due: '2026-12-02' });
  at('17:05:00');
  await step(jan, 'nextItem', points.needs.id);
  at('17:05:29');
  await didMeeting(jan, 'resumeItem', { id: meeting, from: points.last.id, itemId: points.hours.id });
  at('17:10:30');
  await step(jan, 'parkItem', points.hours.id);
  at('17:12:31');
  await step(jan, 'nextItem', points.last.id);

  // after the last point
  at('17:14:00');
  const { id: january } = await aVote(jan, meeting, 'Spotykamy się 15 stycznia.');
  await didMeeting(jan, 'saveArrangement', { id: january, round: 1, for: 12, against: 0, abstained: 0 });
  await anAction(jan, meeting, marta.personId, { text: 'Zarezerwować salę', due: '2026-12-18' });
  await didMeeting(marta, 'proposeItem', newPoint(meeting, { title: 'Kalendarz', kind: 'INFORMATION', minutes: 5 }));
  await aVote(jan, meeting, 'Kończymy przed czasem.');
  at('17:16:00');
  await didMeeting(jan, 'endMeeting', { id: meeting });
  return { meeting, next, marta, olga };
}
