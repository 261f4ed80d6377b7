import type { AppError } from '#lib/graphql/app-error.ts';
import { read } from '#lib/graphql/client.ts';
import { type OwnVolunteer, type PoolOffer, PoolOffers } from './pool-documents.ts';

const READ_AGAIN_MS = 30_000;

/** What an organisation's pools are asked for, and by whose names it can answer. */
export class PoolOffersState {
  readonly organisation: string;
  offers = $state.raw<readonly PoolOffer[] | null>(null);
  people = $state.raw<readonly OwnVolunteer[]>([]);
  error = $state.raw<AppError | null>(null);
  #newest = 0;

  constructor(organisation: string) {
    this.organisation = organisation;
  }

  /** Reads now, every half a minute and whenever somebody looks again; returns how to stop. */
  start(): () => void {
    void this.load();
    const look = () => {
      if (document.visibilityState === 'visible') void this.load();
    };
    const timer = setInterval(look, READ_AGAIN_MS);
    document.addEventListener('visibilitychange', look);
    return () => {
      clearInterval(timer);
      document.removeEventListener('visibilitychange', look);
    };
  }

  async load(): Promise<void> {
    const mine = ++this.#newest;
    const answer = await read(PoolOffers, { organisation: this.organisation });
    if (mine !== this.#newest) return;
    this.error = answer.ok ? null : answer.error;
    if (!answer.ok) return;
    this.offers = answer.data.poolOffers.filter(({ state }) => state === 'OPEN');
    this.people = answer.data.rosterOfOrganisation.rows;
  }
}
