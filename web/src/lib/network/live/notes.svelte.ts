import { newId } from '@ww/shared/id';
import { type Failure, toFailure } from '#lib/ui/failure.ts';
import type { AgendaItem } from '../meeting/documents.ts';
import type { MeetingState } from '../meeting/meeting.svelte.ts';
import { NoteItem } from './lead-mutations.ts';

const wordsOf = (item: AgendaItem) => item.note ?? '';

/** A note as it is being typed: nothing that happens elsewhere takes a letter of it. */
export class NoteDraft {
  readonly itemId: string;
  text: string;
  saving = $state(false);
  failure = $state.raw<Failure | null>(null);
  /** Written on top of this version, which said this. */
  base: { version: number; words: string };
  /** What somebody else wrote meanwhile, when both have written. */
  theirs = $state.raw<{ version: number; words: string } | null>(null);
  #intention: { key: string; content: string } | null = null;

  constructor(item: AgendaItem) {
    this.itemId = item.id;
    this.text = $state(wordsOf(item));
    this.base = $state.raw({ version: item.version, words: wordsOf(item) });
  }

  get isClash(): boolean {
    return this.theirs !== null;
  }

  get isDirty(): boolean {
    return this.text.trim() !== this.base.words;
  }

  /** A retry of the same words carries the same key. */
  keyFor(content: string): string {
    if (this.#intention?.content !== content) this.#intention = { key: newId(), content };
    return this.#intention.key;
  }

  /** The item as it is on the server now. */
  see(item: AgendaItem): void {
    const seen = { version: item.version, words: wordsOf(item) };
    if (seen.version <= this.base.version) return;
    if (!this.isDirty || this.text.trim() === seen.words || seen.words === this.base.words) {
      if (!this.isDirty) this.text = seen.words;
      this.base = seen;
      this.theirs = null;
    } else this.theirs = seen;
  }

  /** Ours goes on top of theirs. */
  insist(): void {
    if (!this.theirs) return;
    this.base = this.theirs;
    this.theirs = null;
  }

  takeTheirs(): void {
    if (!this.theirs) return;
    this.text = this.theirs.words;
    this.insist();
  }
}

/** The notes to a meeting's items. They are saved beside the one-at-a-time commands: leaving the field must never stop the next step. */
export class Notes {
  readonly #meeting: MeetingState;
  readonly #drafts: Record<string, NoteDraft> = {};

  constructor(meeting: MeetingState) {
    this.#meeting = meeting;
  }

  /** The draft of an item, made when it is first looked at. */
  of(item: AgendaItem): NoteDraft {
    return (this.#drafts[item.id] ??= new NoteDraft(item));
  }

  /** Those of these items whose note is not on the server yet. */
  unsaved(items: readonly AgendaItem[]): AgendaItem[] {
    return items.filter((item) => this.of(item).isDirty);
  }

  /** Lets every draft see its item as it is now. */
  see(items: readonly AgendaItem[]): void {
    for (const item of items) this.#drafts[item.id]?.see(item);
  }

  async save(draft: NoteDraft): Promise<void> {
    if (draft.saving || draft.theirs || !draft.isDirty) return;
    const note = draft.text.trim();
    const { version } = draft.base;
    let isStale = false;
    draft.saving = true;
    draft.failure = null;
    try {
      const key = draft.keyFor(`${version} ${note}`);
      await this.#meeting.submit(NoteItem, { key, id: this.#meeting.id, itemId: draft.itemId, version, note: note || null });
      this.#seeSaved(draft, note);
    } catch (thrown) {
      draft.failure = toFailure(thrown);
      isStale = draft.failure.code === 'STALE';
      if (isStale) {
        await this.#meeting.reload();
        this.see(this.#meeting.view.items);
        isStale = draft.base.version !== version;
        if (isStale || draft.isClash) draft.failure = null;
      }
    } finally {
      draft.saving = false;
    }
    // typed on while it was being saved, or the item was changed elsewhere and its note was not
    if (!draft.failure && (isStale || draft.text.trim() !== note)) await this.save(draft);
  }

  async saveAll(): Promise<void> {
    for (const draft of Object.values(this.#drafts)) await this.save(draft);
  }

  /** What the server kept may be cleaner than what was pasted. */
  #seeSaved(draft: NoteDraft, note: string): void {
    const item = this.#meeting.view.items.find(({ id }) => id === draft.itemId);
    if (!item) return;
    if (draft.text.trim() === note) draft.text = wordsOf(item);
    draft.base = { version: item.version, words: wordsOf(item) };
  }
}
