import { execute, type DocumentNode, type GraphQLSchema } from 'graphql';
import type { Logger } from 'pino';
import type { ChangeFeed, FeedEvent } from './change-feed.ts';
import type { LiveStream } from './live-source.ts';
import type { LiveMember } from './live-member.ts';
import type { Em, Orm } from './orm.ts';

/** Frames kept for those who come back after a short break. */
const RING = 512;
/** More missed events than this are not replayed one by one: the list is loaded again. */
const REPLAY_LIMIT = 2_000;

interface Frame {
  position: number;
  payload: string;
}

interface Operation {
  schema: GraphQLSchema;
  document: DocumentNode;
  operationName: string | undefined;
  variables: Record<string, unknown>;
}

interface Deps {
  orm: Orm;
  feed: ChangeFeed;
  log: Logger;
}

/** Equal subscriptions of one audience: each change is read and executed once, and its bytes go to every member. */
export class LiveGroup {
  readonly #deps: Deps;
  readonly #stream: LiveStream;
  readonly #operation: Operation;
  readonly #members = new Set<LiveMember>();
  readonly #ring: Frame[] = [];
  /** Every accepted event after this position is in the ring. */
  #floor: number;
  #work: Promise<void> = Promise.resolve();
  #gathered = new Map<string, number>();
  #gatherTimer: NodeJS.Timeout | undefined;
  #pollTimer: NodeJS.Timeout | undefined;
  #lastPolled: string | null = null;

  constructor(deps: Deps, stream: LiveStream, operation: Operation) {
    this.#deps = deps;
    this.#stream = stream;
    this.#operation = operation;
    this.#floor = deps.feed.position;
    if (stream.poll) this.#pollTimer = setInterval(() => this.#queue(() => this.#look()), stream.poll.everyMs);
  }

  get size(): number {
    return this.#members.size;
  }

  leave(member: LiveMember): void {
    this.#members.delete(member);
  }

  stop(): void {
    clearTimeout(this.#gatherTimer);
    clearInterval(this.#pollTimer);
  }

  /** Attaches a member and sends what it missed since its cursor. */
  async join(member: LiveMember, after: string | null): Promise<void> {
    this.#members.add(member);
    if (this.#stream.poll) {
      const first = await this.#execute(await this.#stream.poll.read(this.#em()));
      member.send(first);
      return;
    }
    if (after === null) return;
    member.hold();
    try {
      for (const payload of await this.#missed(after)) member.send(payload, true);
    } finally {
      member.unhold();
    }
  }

  /** Sends a member to load its list again: it fell behind, or the cursor is of no use. */
  async resetFrame(): Promise<string> {
    const { feed } = this.#deps;
    return this.#execute(this.#stream.log?.reset(feed.cursor) ?? {});
  }

  onEvents(events: FeedEvent[]): void {
    const { log } = this.#stream;
    if (!log) return;
    for (const event of events) {
      if (log.accepts(event)) this.#gathered.set(log.subjectOf?.(event) ?? event.subjectId, event.position);
    }
    if (this.#gathered.size === 0) return;
    if (log.gatherMs === undefined) this.#queue(() => this.#flush());
    else this.#gatherTimer ??= setTimeout(() => this.#queue(() => this.#flush()), log.gatherMs);
  }

  async #flush(): Promise<void> {
    this.#gatherTimer = undefined;
    const gathered = [...this.#gathered];
    this.#gathered = new Map();
    for (const [subjectId, position] of gathered) {
      const payload = await this.#readAndExecute(subjectId, position);
      this.#ring.push({ position, payload });
      if (this.#ring.length > RING) this.#floor = this.#ring.shift()?.position ?? this.#floor;
      for (const member of this.#members) member.send(payload);
    }
  }

  async #look(): Promise<void> {
    if (!this.#stream.poll || this.#members.size === 0) return;
    const payload = await this.#execute(await this.#stream.poll.read(this.#em()));
    if (payload === this.#lastPolled) return;
    this.#lastPolled = payload;
    for (const member of this.#members) member.send(payload);
  }

  /** Looks at once instead of at the next turn of the poll. */
  nudge(): void {
    if (this.#stream.poll) this.#queue(() => this.#look());
  }

  async #missed(after: string): Promise<string[]> {
    const { feed } = this.#deps;
    const { log } = this.#stream;
    const cursor = await feed.check(after);
    if (!log || cursor.kind === 'reset') return [await this.resetFrame()];
    if (cursor.position >= this.#floor) return this.#ring.filter((frame) => frame.position > cursor.position).map((frame) => frame.payload);
    const events = await feed.read(cursor.position, feed.position, REPLAY_LIMIT + 1);
    if (events.length > REPLAY_LIMIT) return [await this.resetFrame()];
    const latest = new Map<string, number>();
    for (const event of events) if (log.accepts(event)) latest.set(log.subjectOf?.(event) ?? event.subjectId, event.position);
    const payloads: string[] = [];
    for (const [subjectId, position] of [...latest].sort((a, b) => a[1] - b[1]))
      payloads.push(await this.#readAndExecute(subjectId, position));
    return payloads;
  }

  async #readAndExecute(subjectId: string, position: number): Promise<string> {
    const change = await this.#stream.log?.read(this.#em(), subjectId, this.#deps.feed.cursorAt(position));
    return this.#execute(change ?? {});
  }

  /** A fresh EntityManager for each event: a subscription lives for hours and must not remember. */
  #em(): Em {
    return this.#deps.orm.em.fork();
  }

  async #execute(change: object): Promise<string> {
    const { schema, document, operationName, variables } = this.#operation;
    const result = await execute({
      schema,
      document,
      operationName,
      variableValues: variables,
      rootValue: change,
      contextValue: { audience: this.#stream.audience },
    });
    return JSON.stringify(result);
  }

  /** One after another, so that frames leave in commit order. A failed read must not end the subscription: it resets it. */
  #queue(run: () => Promise<void>): void {
    this.#work = this.#work.then(run).catch(async (error: unknown) => {
      this.#deps.log.error({ err: error, audience: this.#stream.audience }, 'live change could not be read');
      const payload = await this.resetFrame().catch(() => null);
      if (payload) for (const member of this.#members) member.send(payload);
    });
  }
}
