import { newId } from '@ww/shared/id';
import type { Email } from 'postal-mime';
import type { Actor } from './actors.ts';
import { calendarIn, type CalendarSeen } from './calendar.ts';
import { didMeeting } from './meetings.ts';
import { aMember, type Member } from './network.ts';
import type { World } from './world.ts';

export const LINK = 'https://spotkania.example.org/pokoj/sekretny-7';

/** The details of a meeting a week from now, with two seats, in a place and online. */
export const details = (world: World, over: object = {}) => ({
  ...{ title: 'Jesień w dzielnicy', place: 'Rejonowa 6/8', startsAt: world.clock.in(7 * 86_400), minutes: 90, seats: 2, signUpUntil: null },
  ...over,
});

/** A draft of the district's coordinator; returns its id. */
export async function aDraft(world: World, by: Actor, over: object = {}): Promise<string> {
  const id = newId();
  await didMeeting(by, 'callMeeting', { id, district: 'wlochy', ...details(world), link: LINK, ...over });
  return id;
}

/** A member of the Network whose address is known. */
export async function aReader(world: World, district = 'wlochy'): Promise<Member> {
  const member = await aMember(world, district);
  const [person] = await world.orm.em.fork().execute<{ email: string }[]>('select email from person where id = ?', [member.actor.personId]);
  return { ...member, actor: { ...member.actor, email: person?.email ?? null } };
}

/** When it is to start, as the API writes it. */
export async function startOf(world: World, id: string): Promise<string> {
  const [row] = await world.orm.em.fork().execute<{ starts_at: Date | string }[]>('select starts_at from meeting where id = ?', [id]);
  return new Date(row?.starts_at ?? 0).toISOString();
}

export const answer = ({ actor, organisationId }: Member, id: string, coming = true) =>
  didMeeting(actor, 'answerMeeting', { id, organisationId, coming });

/** A letter as its reader has it: its text and its calendar part, once as an alternative and once as a file. */
export interface LetterSeen {
  subject: string;
  text: string;
  calendar: CalendarSeen;
  /** Everything in it, for what must not be there. */
  whole: string;
}

/** Letters that tell of a meeting; whoever coordinates an organisation has one more, to join. */
export const ofMeetings = (letters: readonly Email[]) => letters.filter(({ subject }) => /spotkani/i.test(subject ?? ''));

/** Those to one reader, in order. */
export function lettersTo(letters: readonly Email[], { email }: Pick<Actor, 'email'>): LetterSeen[] {
  return ofMeetings(letters)
    .filter(({ to }) => to?.some(({ address }) => address === email))
    .map(({ subject = '', text = '', attachments }) => {
      const parts = attachments.map(({ content }) => (typeof content === 'string' ? content : new TextDecoder().decode(content)));
      const [part] = parts;
      if (part === undefined || parts.some((other) => other !== part)) throw new Error('one calendar part expected');
      const unfolded = part.replaceAll(/\r?\n[ \t]/g, '');
      return { subject, text, calendar: calendarIn(part), whole: `${subject}\n${text}\n${unfolded}` };
    });
}
