import type { WebSocket } from 'ws';

/** Bytes waiting in a socket after which we stop sending and, once it has caught up, tell it to load again. */
const LAG_BYTES = 1 << 20;
/** How many frames may wait for the replay before them to end. */
const HELD_FRAMES = 1_000;
const LOOK_AGAIN_MS = 250;
/** A client that has not caught up after this long is cut off, and comes back with its cursor. */
const LAG_LIMIT_MS = 30_000;

/** One subscriber in a group: its socket, its id, and the bound on what may wait for it. */
export class LiveMember {
  readonly #socket: WebSocket;
  readonly #head: string;
  readonly #reset: () => Promise<string>;
  #held: string[] | null = null;
  #overflowed = false;
  #laggingSince: number | null = null;

  constructor(socket: WebSocket, id: string, reset: () => Promise<string>) {
    this.#socket = socket;
    this.#head = `{"id":${JSON.stringify(id)},"type":"next","payload":`;
    this.#reset = reset;
  }

  /** Frames wait until `unhold`, so that what was missed arrives first. */
  hold(): void {
    this.#held = [];
  }

  unhold(): void {
    const held = this.#held ?? [];
    this.#held = null;
    if (this.#overflowed) void this.#sendReset();
    else for (const payload of held) this.send(payload);
    this.#overflowed = false;
  }

  send(payload: string, replay = false): void {
    if (this.#held && !replay) {
      if (this.#held.length < HELD_FRAMES) this.#held.push(payload);
      else this.#overflowed = true;
      return;
    }
    if (this.#laggingSince !== null || this.#socket.readyState !== this.#socket.OPEN) return;
    if (this.#socket.bufferedAmount > LAG_BYTES) {
      this.#laggingSince = Date.now();
      this.#waitForDrain();
      return;
    }
    this.#socket.send(`${this.#head}${payload}}`);
  }

  #waitForDrain(): void {
    const timer = setTimeout(() => {
      if (this.#socket.readyState !== this.#socket.OPEN) return;
      if (this.#socket.bufferedAmount === 0) {
        this.#laggingSince = null;
        void this.#sendReset();
      } else if (Date.now() - (this.#laggingSince ?? 0) > LAG_LIMIT_MS) this.#socket.terminate();
      else this.#waitForDrain();
    }, LOOK_AGAIN_MS);
    timer.unref();
  }

  async #sendReset(): Promise<void> {
    const payload = await this.#reset();
    if (this.#socket.readyState === this.#socket.OPEN) this.#socket.send(`${this.#head}${payload}}`);
  }
}
