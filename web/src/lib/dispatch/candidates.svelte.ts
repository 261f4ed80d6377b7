import type { AppError } from '#lib/graphql/app-error.ts';
import { read } from '#lib/graphql/client.ts';
import { type Candidate, type CandidatePage, Candidates as Document } from './documents.ts';

interface Window {
  from: string | null;
  to: string | null;
}

/** Whom a request can be offered to, for the visit's window that is in the fields. */
export class Candidates {
  readonly requestId: string;
  page = $state.raw<CandidatePage | null>(null);
  error = $state.raw<AppError | null>(null);
  busy = $state(false);
  #newest = 0;

  constructor(requestId: string) {
    this.requestId = requestId;
  }

  /** Of answers that overtake one another the last asked for stays; one that failed leaves what is shown. */
  async load({ from, to }: Window): Promise<void> {
    const mine = ++this.#newest;
    this.busy = true;
    const answer = await read(Document, { requestId: this.requestId, from, to });
    if (mine !== this.#newest) return;
    this.busy = false;
    this.error = answer.ok ? null : answer.error;
    if (answer.ok) this.page = answer.data.candidates;
  }

  get(id: string | null): Candidate | undefined {
    return this.page?.candidates.find((candidate) => candidate.id === id);
  }
}
