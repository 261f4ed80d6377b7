import { newId } from '@ww/shared/id';
import { can } from '@ww/shared/policy';
import { actorOf } from '#lib/account/next.ts';
import { orThrow, run } from '#lib/graphql/client.ts';
import { LiveList, type Seed } from '#lib/live/live-list.svelte.ts';
import type { Me } from '#lib/request/actor.ts';
import type { MemberRow } from './documents.ts';
import { type Reached, RevealMember } from './mutations.ts';
import { EVERYBODY, membersSource } from './source.ts';

/** The directory of a Network: the live list, and how those organisations are reached whose contact was asked for. */
export class DirectoryState {
  readonly district: string;
  readonly list: LiveList<MemberRow>;
  /** The reader answers who asks, and invites. */
  readonly admits: boolean;
  #reached = $state.raw<Readonly<Record<string, Reached>>>({});
  readonly #own: readonly string[];

  constructor(district: string, me: Me, seed: Seed<MemberRow>) {
    this.district = district;
    const actor = actorOf(me);
    this.admits = can(actor, 'network.admit', { district });
    this.#own = actor.grants.flatMap(({ role, scope }) => (role === 'ORGANISATION_COORDINATOR' && scope !== null ? [scope] : []));
    this.list = new LiveList<MemberRow>(membersSource(district), EVERYBODY, seed);
  }

  /** The reader coordinates it. */
  isOwn({ organisation }: MemberRow): boolean {
    return this.#own.includes(organisation.id);
  }

  reached(id: string): Reached | null {
    return this.#reached[id] ?? null;
  }

  /** Shows how an organisation is reached; written in the audit trail. @throws AppError */
  async reveal(id: string, key: string = newId()): Promise<Reached> {
    const { reached } = await orThrow(run(RevealMember, { input: { key, id } }));
    this.#reached = { ...this.#reached, [id]: reached };
    return reached;
  }

  cover(id: string): void {
    this.#reached = Object.fromEntries(Object.entries(this.#reached).filter(([each]) => each !== id));
  }

  /** The answer to one's own command; who left is in the directory no more. */
  settled(row: MemberRow): void {
    this.cover(row.id);
    this.list.own(row);
  }
}
