import { run } from '#lib/graphql/client.ts';
import { follow } from '#lib/graphql/socket.ts';
import { type Looker, PresenceIn, ShowPresence } from './documents.ts';

/** The server forgets a looker after 25 s of silence. */
const HEARTBEAT_MS = 10_000;

/** Who is at the queue of a district and which request each has open. */
export class Presence {
  lookers = $state.raw<readonly Looker[]>([]);
  readonly #district: string;
  readonly #personId: string;
  #requestId: string | null = null;

  constructor(district: string, personId: string) {
    this.#district = district;
    this.#personId = personId;
  }

  start(): () => void {
    const unfollow = follow(PresenceIn, { district: this.#district }, { next: ({ presence }) => (this.lookers = presence.lookers) });
    const beating = setInterval(() => this.#beat(), HEARTBEAT_MS);
    this.#beat();
    return () => {
      clearInterval(beating);
      unfollow();
      void run(ShowPresence, { district: this.#district, leaving: true });
    };
  }

  lookAt(requestId: string | null): void {
    if (this.#requestId === requestId) return;
    this.#requestId = requestId;
    this.#beat();
  }

  /** Others who have the request open. */
  othersAt(requestId: string): Looker[] {
    return this.lookers.filter((looker) => looker.requestId === requestId && looker.personId !== this.#personId);
  }

  /** Everyone at the queue, each once, oneself last. */
  get people(): Looker[] {
    const once = this.lookers.filter(({ personId }, index) => this.lookers.findIndex((other) => other.personId === personId) === index);
    return once.sort(
      (a, b) =>
        Number(a.personId === this.#personId) - Number(b.personId === this.#personId) || a.displayName.localeCompare(b.displayName, 'pl'),
    );
  }

  // a lost beat is made good by the next one
  #beat(): void {
    if (document.visibilityState === 'visible') void run(ShowPresence, { district: this.#district, requestId: this.#requestId });
  }
}
