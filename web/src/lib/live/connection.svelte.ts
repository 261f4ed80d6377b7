import { dropLine, onSocket } from '#lib/graphql/socket.ts';
import { serverNow } from '#lib/graphql/server-time.ts';

export type Phase = 'off' | 'connecting' | 'live' | 'lost' | 'ended';

/** The replay after a lost connection counts as over when nothing came for so long. */
const QUIET_MS = 800;
const NOTICE_MS = 12_000;

/** What the page knows about its line to the server. Times in milliseconds. */
class Connection {
  phase = $state<Phase>('off');
  lostSince = $state<number | null>(null);
  retryAt = $state<number | null>(null);
  heldSince = $state<number | null>(null);
  /** After coming back: how many changes were missed, and since when. */
  caughtUp = $state.raw<{ changes: number; since: number } | null>(null);
  #hurry: () => void = () => {};
  #missed: { changes: number; since: number } | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;

  /** Listens to the socket until the returned function is called. */
  watch(): () => void {
    const unlisten = onSocket({
      connected: () => this.#connected(),
      lost: (ended) => this.#lost(ended),
      retrying: (waitMs, hurry) => {
        this.#hurry = hurry;
        this.retryAt = serverNow() + waitMs;
        this.phase = this.phase === 'off' ? 'connecting' : this.phase;
      },
    });
    const hurry = () => this.retryNow();
    addEventListener('online', hurry);
    addEventListener('offline', dropLine);
    return () => {
      unlisten();
      removeEventListener('online', hurry);
      removeEventListener('offline', dropLine);
      clearTimeout(this.#timer);
    };
  }

  retryNow(): void {
    this.retryAt = null;
    this.#hurry();
  }

  dismissCaughtUp(): void {
    this.caughtUp = null;
  }

  /** A live list changed; while catching up it is one of those missed. */
  noteChange(): void {
    if (!this.#missed) return;
    this.#missed.changes += 1;
    this.#whenQuiet();
  }

  #connected(): void {
    if (this.phase === 'lost' && this.lostSince !== null) {
      this.#missed = { changes: 0, since: this.lostSince };
      this.#whenQuiet();
    }
    this.phase = 'live';
    this.lostSince = this.retryAt = null;
  }

  #lost(ended: boolean): void {
    this.lostSince ??= serverNow();
    this.caughtUp = this.#missed = null;
    this.phase = ended ? 'ended' : 'lost';
  }

  #whenQuiet(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      this.caughtUp = this.#missed;
      this.#missed = null;
      this.#timer = setTimeout(() => this.dismissCaughtUp(), NOTICE_MS);
    }, QUIET_MS);
  }
}

export const connection = new Connection();
