import { execute, type DocumentNode, type GraphQLSchema } from 'graphql';
import type { Logger } from 'pino';
import type { ChangeFeed, FeedEvent } from './change-feed.ts';
import { frameOf, type Frame } from './live-frame.ts';
import type { LiveMember } from './live-member.ts';
import type { LiveStream } from './live-source.ts';
import type { Em, Orm } from './orm.ts';

/** Subjects whose newest frame is kept for those who come back after a short break, and bytes that all of these may take. */
const KEPT_SUBJECTS = 512;
const KEPT_BYTES = 4 << 20;
/** More missed events than this are not replayed one by one: the list is loaded again. */
const REPLAY_LIMIT = 2_000;
/** Of a burst, how many changes are read before they are sent together. */
const TOGETHER = 16;

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
  /** The newest frame of each subject, in the order of their positions: what was said of a subject before is no use to anybody. */
  readonly #kept = new Map<string, Frame>();
  #keptBytes = 0;
  /** Every subject with an accepted event after this position is kept. */
  #floor: number;
  #work: Promise<void> = Promise.resolve();
  #gathered = new Map<string, number>();
  #gatherTimer: NodeJS.Timeout | undefined;
  #pollTimer: NodeJS.Timeout | undefined;
  #lastPolled: Buffer | null = null;

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
    if (this.#stream.poll) return member.send([await this.#poll(this.#stream.poll)]);
    if (after === null) return;
    member.hold();
    const { frames, through } = await this.#missed(after);
    member.catchUp(frames, through);
  }

  /** Sends a member to load its list again: it fell behind, or the cursor is of no use. */
  async resetFrame(): Promise<Frame> {
    const { log, poll } = this.#stream;
    if (poll) return this.#poll(poll);
    const { cursor, position } = this.#deps.feed;
    return frameOf(position, await this.#execute(log?.reset(cursor) ?? {}));
  }

  onEvents(events: FeedEvent[]): void {
    const { log } = this.#stream;
    if (!log) return;
    gather(this.#gathered, log, events);
    if (this.#gathered.size === 0) return;
    if (log.gatherMs === undefined) this.#queue(() => this.#flush());
    else this.#gatherTimer ??= setTimeout(() => this.#queue(() => this.#flush()), log.gatherMs);
  }

  async #flush(): Promise<void> {
    this.#gatherTimer = undefined;
    const gathered = [...this.#gathered];
    this.#gathered = new Map();
    for (let at = 0; at < gathered.length; at += TOGETHER) {
      const frames = await this.#read(gathered.slice(at, at + TOGETHER));
      this.#keep(gathered.slice(at, at + TOGETHER), frames);
      for (const member of this.#members) member.send(frames);
    }
  }

  #keep(gathered: readonly [subjectId: string, position: number][], frames: readonly Frame[]): void {
    for (const [index, frame] of frames.entries()) {
      const [subjectId = ''] = gathered[index] ?? [];
      this.#forget(subjectId);
      this.#kept.set(subjectId, frame);
      this.#keptBytes += frame.payload.length;
    }
    for (const [subjectId, { position }] of this.#kept) {
      if (this.#kept.size <= KEPT_SUBJECTS && this.#keptBytes <= KEPT_BYTES) break;
      this.#forget(subjectId);
      this.#floor = position;
    }
  }

  #forget(subjectId: string): void {
    this.#keptBytes -= this.#kept.get(subjectId)?.payload.length ?? 0;
    this.#kept.delete(subjectId);
  }

  async #look(): Promise<void> {
    if (!this.#stream.poll || this.#members.size === 0) return;
    const before = this.#lastPolled;
    const frame = await this.#poll(this.#stream.poll);
    if (before?.equals(frame.payload)) return;
    for (const member of this.#members) member.send([frame]);
  }

  async #poll(poll: NonNullable<LiveStream['poll']>): Promise<Frame> {
    const frame = frameOf(0, await this.#execute(await poll.read(this.#em())));
    this.#lastPolled = frame.payload;
    return frame;
  }

  /** Looks at once instead of at the next turn of the poll. */
  nudge(): void {
    if (this.#stream.poll) this.#queue(() => this.#look());
  }

  /** What is to be sent to one who comes with a cursor, and up to where the log is then told. */
  async #missed(after: string): Promise<{ frames: Frame[]; through: number }> {
    const { feed } = this.#deps;
    const { log } = this.#stream;
    const cursor = await feed.check(after);
    if (!log || cursor.kind === 'reset') return this.#startAgain();
    if (cursor.position >= this.#floor) {
      const frames = [...this.#kept.values()].filter(({ position }) => position > cursor.position);
      return { frames, through: frames.at(-1)?.position ?? cursor.position };
    }
    const through = feed.position;
    const events = await feed.read(cursor.position, through, REPLAY_LIMIT + 1);
    if (events.length > REPLAY_LIMIT) return this.#startAgain();
    return { frames: await this.#read([...gather(new Map(), log, events)]), through };
  }

  async #startAgain(): Promise<{ frames: Frame[]; through: number }> {
    const frame = await this.resetFrame();
    return { frames: [frame], through: frame.position };
  }

  async #read(gathered: [subjectId: string, position: number][]): Promise<Frame[]> {
    const frames: Frame[] = [];
    for (const [subjectId, position] of gathered) {
      const change = await this.#stream.log?.read(this.#em(), subjectId, this.#deps.feed.cursorAt(position));
      frames.push(frameOf(position, await this.#execute(change ?? {})));
    }
    return frames;
  }

  /** A fresh EntityManager for each event: a subscription lives for hours and must not remember. */
  #em(): Em {
    return this.#deps.orm.em.fork();
  }

  async #execute(change: object): Promise<object> {
    const { schema, document, operationName, variables } = this.#operation;
    const contextValue = { audience: this.#stream.audience };
    return execute({ schema, document, operationName, variableValues: variables, rootValue: change, contextValue });
  }

  /** One after another, so that frames leave in commit order. A failed read must not end the subscription: it resets it. */
  #queue(run: () => Promise<void>): void {
    this.#work = this.#work.then(run).catch((error: unknown) => {
      this.#deps.log.error({ err: error, audience: this.#stream.audience }, 'live change could not be read');
      if (this.#stream.poll) return;
      // What failed is in no frame: whoever comes back must not be served from memory over the gap.
      this.#kept.clear();
      this.#keptBytes = 0;
      this.#floor = this.#deps.feed.position;
      for (const member of this.#members) void member.reset();
    });
  }
}

/** The last position of each subject, in the order of these positions: whoever drops in between goes on from any of them. */
function gather(into: Map<string, number>, log: NonNullable<LiveStream['log']>, events: FeedEvent[]): Map<string, number> {
  for (const event of events) {
    if (!log.accepts(event)) continue;
    const subjectId = log.subjectOf?.(event) ?? event.subjectId;
    into.delete(subjectId);
    into.set(subjectId, event.position);
  }
  return into;
}
