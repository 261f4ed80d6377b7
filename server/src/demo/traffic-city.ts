import type { Clock } from '../platform/clock.ts';
import { createDice, type Dice } from './random.ts';
import { nextAct, submission, untaken, type Act, type TrafficRow } from './traffic-acts.ts';
import { TrafficError, type TrafficClient } from './traffic-client.ts';
import { trafficCrew, visitorsNames, type TrafficActor } from './traffic-crew.ts';
import { MY_DAY, offeredOnes, phoneAct, SEARCHES, volunteerAct, type TrafficDay, type TrafficSearches } from './traffic-volunteers.ts';
import { VISITORS_DISTRICT } from './visitor.ts';

/** Between two changes where the visitor looks; the rest of the city moves in between. */
const VISITOR_PAUSE_MS = 3_200;
const HEARTBEAT_MS = 9_000;
/** Sign-ins count against the visitor's own address: few at once, then one by one after the limit's minute is over. */
const SIGN_INS_AT_ONCE = 4;
const SIGN_IN_PAUSE_MS = 65_000;
/** The public form's limit counts by address too. */
const SUBMIT_PAUSE_MS = 25 * 60_000;
/** How often the Team rings somebody up who was asked. */
const PHONES = 0.2;
/** Requests looked at for that. */
const LOOKS_AT_MOST = 3;
const FIRST_SUBMIT_MS = 40_000;

const QUEUE = 'query ($district: ID!) { queue(district: $district) { total rows { id state createdAt changedAt assigneeId } } }';
const SHOW = 'mutation ($district: ID!, $requestId: ID) { showPresence(district: $district, requestId: $requestId) }';

/** Who acts, where, and when it is whose turn. */
export class TrafficCity {
  readonly dice: Dice;
  readonly #client: TrafficClient;
  readonly #clock: Clock;
  readonly #crew = trafficCrew();
  /** They answer for themselves: the visitor, and the volunteers whom the traffic plays. */
  readonly #ownWords = new Set([
    ...visitorsNames(),
    ...this.#crew.filter(({ isVolunteer }) => isVolunteer).map(({ displayName }) => displayName),
  ]);
  /** Open requests of a district when the traffic first saw it: about so many there should stay. */
  readonly #usual = new Map<string, number>();
  #signIns = 0;
  #signInAfter = 0;
  #submitAfter: number;
  #visitorSeesAfter = 0;

  constructor(client: TrafficClient, clock: Clock) {
    this.#client = client;
    this.#clock = clock;
    this.dice = createDice(clock.now().getTime());
    this.#submitAfter = clock.now().getTime() + FIRST_SUBMIT_MS;
  }

  /** One change somewhere in the city, and the heartbeats that are due. */
  async move(signal: AbortSignal): Promise<void> {
    await this.#bringNext(signal);
    const now = this.#clock.now().getTime();
    const isForVisitor = now >= this.#visitorSeesAfter;
    const present = this.#crew.filter(({ session, district }) => session && (district === VISITORS_DISTRICT) === isForVisitor);
    if (isForVisitor) this.#visitorSeesAfter = now + VISITOR_PAUSE_MS;
    if (isForVisitor && now >= this.#submitAfter) {
      this.#submitAfter = now + SUBMIT_PAUSE_MS;
      await this.#do(null, submission(this.dice, VISITORS_DISTRICT, new Date(now)), signal);
    } else if (present.length > 0) {
      const actor = this.dice.pick(present);
      const team = present.filter(({ isVolunteer }) => !isVolunteer);
      const isDone = actor.isVolunteer && (await this.#help(actor, signal));
      if (!isDone && team.length > 0) await this.#act(actor.isVolunteer ? this.dice.pick(team) : actor, signal);
    }
    await this.#beat(signal);
  }

  /** Signs in whoever comes next, if it is time. */
  async #bringNext(signal: AbortSignal): Promise<void> {
    const now = this.#clock.now().getTime();
    const actor = this.#crew.find(({ session }) => !session);
    if (!actor || now < this.#signInAfter) return;
    this.#signIns++;
    this.#signInAfter = this.#signIns < SIGN_INS_AT_ONCE ? 0 : now + SIGN_IN_PAUSE_MS;
    try {
      actor.session = await this.#client.signIn(actor.email, signal);
    } catch (error) {
      this.#signInAfter = now + SIGN_IN_PAUSE_MS;
      throw error;
    }
  }

  /** A volunteer's step. False when there was nothing to do. */
  async #help(actor: TrafficActor, signal: AbortSignal): Promise<boolean> {
    if (!actor.session) return false;
    return this.#signedIn(actor, async () => {
      const { myDay } = await this.#client.ask<{ myDay: TrafficDay }>(actor.session, MY_DAY, {}, signal);
      const act = volunteerAct(this.dice, myDay, this.#clock.now());
      if (act) await this.#do(actor, act, signal);
      return act !== null;
    });
  }

  /** Somebody who was asked says on the phone what they think. Null when there is nobody to ring up. */
  async #phone({ session }: TrafficActor, rows: readonly TrafficRow[], signal: AbortSignal): Promise<Act | null> {
    if (!this.dice.chance(PHONES)) return null;
    for (const { id: requestId } of offeredOnes(this.dice, rows, LOOKS_AT_MOST)) {
      const { dispatchLog } = await this.#client.ask<{ dispatchLog: TrafficSearches }>(session, SEARCHES, { requestId }, signal);
      const act = phoneAct(this.dice, dispatchLog, this.#ownWords, this.#clock.now());
      if (act) return act;
    }
    return null;
  }

  /** Whoever has been signed out comes back later. */
  async #signedIn<T>(actor: TrafficActor, work: () => Promise<T>): Promise<T> {
    try {
      return await work();
    } catch (error) {
      if (error instanceof TrafficError && error.code === 'UNAUTHENTICATED') actor.session = null;
      else actor.reading = null;
      throw error;
    }
  }

  async #act(actor: TrafficActor, signal: AbortSignal): Promise<void> {
    const { session, district, displayName, reading } = actor;
    if (!session) return;
    await this.#signedIn(actor, async () => {
      const { queue } = await this.#client.ask<{ queue: { total: number; rows: TrafficRow[] } }>(session, QUEUE, { district }, signal);
      const usual = this.#usual.get(district) ?? queue.total;
      this.#usual.set(district, usual);
      const { personId } = session;
      const now = this.#clock.now();
      const situation = { dice: this.dice, district, personId, displayName, rows: queue.rows, usual, reading, now };
      const act = (await this.#phone(actor, queue.rows, signal)) ?? nextAct(situation);
      await this.#do(actor, act, signal);
      const next = untaken(situation).filter(({ id }) => id !== act.about);
      actor.reading = next.length > 0 ? this.dice.pick(next).id : null;
      actor.seenAt = 0;
    });
  }

  async #do(actor: TrafficActor | null, { mutation, type, input, answer = 'id' }: Act, signal: AbortSignal): Promise<void> {
    const document = `mutation ($input: ${type}!) { ${mutation}(input: $input) { ${answer} } }`;
    try {
      await this.#client.ask(actor?.session ?? null, document, { input }, signal);
    } catch (error) {
      // Nobody may be fit to be asked just now.
      if (!(mutation === 'startWaves' && error instanceof TrafficError && error.code === 'INVALID')) throw error;
    }
  }

  async #beat(signal: AbortSignal): Promise<void> {
    const now = this.#clock.now().getTime();
    for (const actor of this.#crew) {
      if (!actor.session || actor.isVolunteer || now - actor.seenAt < HEARTBEAT_MS) continue;
      actor.seenAt = now;
      await this.#client.ask(actor.session, SHOW, { district: actor.district, requestId: actor.reading }, signal);
    }
  }
}
