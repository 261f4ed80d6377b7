import type { Duplex } from 'node:stream';
import type { WebSocket } from 'ws';
import { encodeFrames, headOf, type Frame } from './live-frame.ts';

/** Bytes waiting in a socket after which we stop sending and, once it has caught up, tell it to load again. */
const LAG_BYTES = 1 << 20;
/** How many frames may wait for the replay before them to end. */
const HELD_FRAMES = 1_000;
const LOOK_AGAIN_MS = 250;
/** A client that has not caught up after this long is cut off, and comes back with its cursor. */
const LAG_LIMIT_MS = 30_000;

/** A subscriber's socket, and the stream under it: frames made once for all are written there as they are. */
export interface Wire {
  socket: WebSocket;
  stream: Duplex;
}

/** One subscriber in a group: its socket, its id, and the bound on what may wait for it. */
export class LiveMember {
  readonly #wire: Wire;
  readonly #head: Buffer;
  readonly #resetFrame: () => Promise<Frame>;
  /** What is in the log up to here, it has. */
  #through = -1;
  #held: Frame[] | null = null;
  #laggingSince: number | null = null;

  constructor(wire: Wire, id: string, resetFrame: () => Promise<Frame>) {
    this.#wire = wire;
    this.#head = headOf(id);
    this.#resetFrame = resetFrame;
  }

  /** Frames wait until `catchUp`, so that what was missed arrives first. */
  hold(): void {
    this.#held = [];
  }

  /** Sends what was missed and then what waited; of the log up to `through` nothing is sent again. */
  catchUp(missed: readonly Frame[], through: number): void {
    const held = this.#held ?? [];
    this.#held = null;
    this.#write(missed);
    this.#through = through;
    if (held.length > HELD_FRAMES) void this.reset();
    else this.send(held);
  }

  /** Sends frames, in the order of their positions. */
  send(frames: readonly Frame[]): void {
    if (this.#held) {
      if (this.#held.length <= HELD_FRAMES) this.#held.push(...frames);
      return;
    }
    const first = frames[0];
    if (first) this.#write(first.position > this.#through ? frames : frames.filter(({ position }) => position > this.#through));
  }

  /** Tells the subscriber to load its list again: nothing up to that moment has to follow. */
  async reset(): Promise<void> {
    const frame = await this.#resetFrame();
    if (this.#held) this.#held = [];
    this.#through = frame.position;
    this.#write([frame]);
  }

  #write(frames: readonly Frame[]): void {
    const { socket, stream } = this.#wire;
    if (frames.length === 0 || this.#laggingSince !== null || socket.readyState !== socket.OPEN) return;
    if (socket.bufferedAmount > LAG_BYTES) {
      this.#laggingSince = Date.now();
      this.#waitForDrain();
      return;
    }
    stream.write(encodeFrames(this.#head, frames));
  }

  #waitForDrain(): void {
    const timer = setTimeout(() => {
      const { socket } = this.#wire;
      if (socket.readyState !== socket.OPEN) return;
      if (socket.bufferedAmount === 0) {
        this.#laggingSince = null;
        void this.reset();
      } else if (Date.now() - (this.#laggingSince ?? 0) > LAG_LIMIT_MS) socket.terminate();
      else this.#waitForDrain();
    }, LOOK_AGAIN_MS);
    timer.unref();
  }
}
