import type { Me } from '#lib/request/actor.ts';
import { LiveList, type Seed } from '#lib/live/live-list.svelte.ts';
import type { RosterRow } from './documents.ts';
import type { ProfileValues } from './profile-values.ts';
import { byName, rosterSource, type Whose } from './source.ts';
import { OpenVolunteer } from './volunteer.svelte.ts';

const everyone = { matches: () => true, compare: byName };

type RosterDialog = 'add' | 'reveal' | 'edit' | 'end' | 'hours';

/** The page of volunteers: the live list, who is open, which dialog stands over it. */
export class RosterState {
  readonly whose: Whose;
  readonly me: Me;
  readonly list: LiveList<RosterRow>;
  open = $state.raw<OpenVolunteer | null>(null);
  dialog = $state<RosterDialog | null>(null);
  /** Somebody new, as far as typed: closing the dialog by mistake loses nothing. */
  draft: ProfileValues | null = null;
  /** Whose row is about to leave the list: no place for the focus. */
  ended: string | null = null;
  /** What to do once the address and phone are shown: an edit needs them. */
  afterReveal: 'edit' | null = null;

  constructor(whose: Whose, me: Me, seed: Seed<RosterRow>) {
    this.whose = whose;
    this.me = me;
    this.list = new LiveList<RosterRow>(rosterSource(whose), everyone, seed);
  }

  show(id: string | null): void {
    if (this.open?.id === id) return;
    this.open = id === null ? null : new OpenVolunteer(id);
    this.list.pin(id === null ? [] : [id]);
    void this.open?.load();
  }

  /** The open volunteer as they are now, from the list or, when not there, from the detail. */
  get openRow(): RosterRow | null {
    const { open } = this;
    if (!open) return null;
    const live = this.list.get(open.id);
    const read = open.detail?.row;
    return live && (!read || live.version >= read.version) ? live : (read ?? null);
  }

  /** The answer to one's own command. */
  settled(row: RosterRow): void {
    this.list.own(row);
    if (this.open?.id === row.id) void this.open.load();
  }

  /** After one's own command whose answer holds no row. */
  async refresh(): Promise<void> {
    const detail = await this.open?.load();
    if (detail) this.list.own(detail.row);
  }

  edit(): void {
    this.afterReveal = this.open?.reached ? null : 'edit';
    this.dialog = this.open?.reached ? 'edit' : 'reveal';
  }
}
