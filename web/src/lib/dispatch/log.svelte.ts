import type { AppError } from '#lib/graphql/app-error.ts';
import { read } from '#lib/graphql/client.ts';
import { DispatchLog, type Log, type Offer } from './documents.ts';

/** Who was and is asked about the open request, and who took it on. */
export class RequestLog {
  readonly requestId: string;
  log = $state.raw<Log | null>(null);
  error = $state.raw<AppError | null>(null);
  readonly #answered: (offer: Offer) => void;
  #newest = 0;

  /** `answered` hears of each offer that was open when it was last read and now is not. */
  constructor(requestId: string, answered: (offer: Offer) => void) {
    this.requestId = requestId;
    this.#answered = answered;
  }

  /** Of answers that overtake one another the last asked for stays; one that failed leaves what is shown. */
  async load(): Promise<void> {
    const mine = ++this.#newest;
    const answer = await read(DispatchLog, { requestId: this.requestId });
    if (mine !== this.#newest) return;
    this.error = answer.ok ? null : answer.error;
    if (!answer.ok) return;
    const open = this.#offers.filter(({ state }) => state === 'OPEN').map(({ id }) => id);
    this.log = answer.data.dispatchLog;
    for (const offer of this.#offers) if (open.includes(offer.id) && offer.state !== 'OPEN') this.#answered(offer);
  }

  get #offers(): readonly Offer[] {
    return this.log?.dispatches.flatMap(({ offers }) => offers) ?? [];
  }
}
