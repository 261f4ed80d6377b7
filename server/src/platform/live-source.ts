import type { Context } from './context.ts';
import type { FeedEvent } from './change-feed.ts';
import type { Em } from './orm.ts';

/** What a frame says: the row as it is now, that it is gone, or that the list must be loaded again. */
export const CHANGE_KINDS = ['UPSERT', 'REMOVE', 'RESET'] as const;
export type ChangeKind = (typeof CHANGE_KINDS)[number];

/** One opened subscription, already authorised, holding its audience and no person. */
export interface LiveStream<C extends object = object> {
  /** Who shares it: equal operations of equal audience run once. */
  audience: string;
  /** Follows the log. */
  log?: {
    accepts(event: FeedEvent): boolean;
    /** Reads the subject through the audience's read policy; `cursor` is the event's. */
    read(em: Em, subjectId: string, cursor: string): Promise<C>;
    reset(cursor: string): C;
    /** Gathers bursts: at most one read of a subject in so many milliseconds. */
    gatherMs?: number;
    /** What is read for an event, where that is not its subject. */
    subjectOf?(event: FeedEvent): string;
  };
  /** Or looks again and again (presence lives outside the log). */
  poll?: { everyMs: number; read(em: Em): Promise<C> };
}

/** How a subscription field opens. @throws AppError when the caller may not. */
export type LiveSource<A = unknown> = (ctx: Context, args: A) => LiveStream | Promise<LiveStream>;

const sources = new Map<string, LiveSource>();

/** Declares the source of one subscription field. */
export function liveSource<A>(field: string, source: LiveSource<A>): LiveSource<A> {
  sources.set(field, source as LiveSource);
  return source;
}

export function sourceOf(field: string): LiveSource | undefined {
  return sources.get(field);
}

/** TypeGraphQL's own way to subscribe, closed: frames come from the shared groups only. */
export function onlyShared(): AsyncIterable<never> {
  throw new Error('subscriptions are served by the live hub');
}
