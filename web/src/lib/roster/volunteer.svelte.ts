import { newId } from '@ww/shared/id';
import type { RevealReason } from '@ww/shared/request/kinds';
import type { Availability } from '#lib/availability/documents.ts';
import type { AppError } from '#lib/graphql/app-error.ts';
import { orThrow, read, run } from '#lib/graphql/client.ts';
import { VolunteerDetail } from './documents.ts';
import { type Reached, RevealVolunteer } from './mutations.ts';

/** The open volunteer. How they are reached, once revealed, lives here only: with the next volunteer it is gone. */
export class OpenVolunteer {
  readonly id: string;
  detail = $state.raw<VolunteerDetail | null>(null);
  error = $state.raw<AppError | null>(null);
  reached = $state.raw<Reached | null>(null);
  #newest = 0;

  constructor(id: string) {
    this.id = id;
  }

  /** Reads it again; of answers that overtake one another the last asked for stays. */
  async load(): Promise<VolunteerDetail | null> {
    const mine = ++this.#newest;
    const answer = await read(VolunteerDetail, { id: this.id });
    if (mine !== this.#newest) return null;
    this.error = answer.ok ? null : answer.error;
    if (answer.ok) this.detail = answer.data.volunteerDetail;
    return answer.ok ? answer.data.volunteerDetail : null;
  }

  async loadAvailability(): Promise<Availability | null> {
    return (await this.load())?.availability ?? null;
  }

  /** Shows how the volunteer is reached; written in the audit trail. @throws AppError */
  async reveal(reason: RevealReason, key: string = newId()): Promise<void> {
    this.reached = (await orThrow(run(RevealVolunteer, { input: { key, id: this.id, reason } }))).revealVolunteer;
  }

  cover(): void {
    this.reached = null;
  }
}
