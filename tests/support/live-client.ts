import { WebSocket } from 'ws';
import type { Actor } from './actors.ts';
import type { AnswerError } from './client.ts';
import type { World } from './world.ts';

interface Frame<T> {
  data?: T | null;
  errors?: AnswerError[];
}

/** One subscription and every frame that it got, in order. */
export class Subscription<T> {
  readonly frames: Frame<T>[] = [];
  completed = false;
  #wake: () => void = () => undefined;

  push(frame: Frame<T>): void {
    this.frames.push(frame);
    this.#wake();
  }

  /** Resolves with the data once so many frames came; rejects after 5 s. */
  async take(count: number): Promise<T[]> {
    const deadline = Date.now() + 5_000;
    while (this.frames.length < count) {
      if (Date.now() > deadline) throw new Error(`waited for ${String(count)} frames, got ${JSON.stringify(this.frames)}`);
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, 50);
        this.#wake = () => {
          clearTimeout(timer);
          resolve();
        };
      });
    }
    return this.frames.slice(0, count).map(({ data, errors }) => {
      if (errors || data === null || data === undefined) throw new Error(`a frame with errors: ${JSON.stringify(errors)}`);
      return data;
    });
  }
}

/** A real socket that speaks graphql-transport-ws. */
export class LiveClient {
  readonly socket: WebSocket;
  readonly closed: Promise<{ code: number; reason: string }>;
  readonly #subscriptions = new Map<string, Subscription<unknown>>();
  #next = 1;

  private constructor(socket: WebSocket) {
    this.socket = socket;
    this.closed = new Promise((resolve) => socket.once('close', (code, reason) => resolve({ code, reason: String(reason) })));
    socket.on('message', (raw) =>
      this.#receive(JSON.parse((raw as Buffer).toString('utf8')) as { type: string; id?: string; payload?: unknown }),
    );
  }

  static async open(world: Pick<World, 'url'>, actor: Pick<Actor, 'cookie'>, headers: Record<string, string> = {}): Promise<LiveClient> {
    const socket = new WebSocket(`${world.url.replace('http', 'ws')}/graphql`, 'graphql-transport-ws', {
      headers: { origin: world.url, cookie: actor.cookie, ...headers },
    });
    const client = new LiveClient(socket);
    await new Promise<void>((resolve, reject) => {
      socket.once('open', resolve);
      socket.once('error', reject);
    });
    const acknowledged = new Promise<void>((resolve) => socket.once('message', () => resolve()));
    socket.send(JSON.stringify({ type: 'connection_init' }));
    await acknowledged;
    return client;
  }

  subscribe<T>(query: string, variables: object = {}): Subscription<T> {
    const id = String(this.#next++);
    const subscription = new Subscription<T>();
    this.#subscriptions.set(id, subscription);
    this.socket.send(JSON.stringify({ id, type: 'subscribe', payload: { query, variables } }));
    return subscription;
  }

  close(): void {
    this.socket.close();
  }

  #receive(message: { type: string; id?: string; payload?: unknown }): void {
    const subscription = this.#subscriptions.get(message.id ?? '');
    if (message.type === 'next') subscription?.push(message.payload as Frame<unknown>);
    if (message.type === 'error') subscription?.push({ errors: message.payload as AnswerError[] });
    if (message.type === 'complete' && subscription) subscription.completed = true;
  }
}
