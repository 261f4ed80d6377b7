import { getOperationAST, type DocumentNode, type FieldNode, type GraphQLSchema, valueFromASTUntyped } from 'graphql';
import type { Logger } from 'pino';
import type { ChangeFeed } from './change-feed.ts';
import type { Context } from './context.ts';
import { LiveGroup } from './live-group.ts';
import { LiveMember, type Wire } from './live-member.ts';
import { sourceOf } from './live-source.ts';
import { AppError } from './errors.ts';
import type { Orm } from './orm.ts';

interface Deps {
  schema: GraphQLSchema;
  orm: Orm;
  feed: ChangeFeed;
  log: Logger;
}

interface Subscribing {
  document: DocumentNode;
  /** The document's text, normalised: equal operations have equal text. */
  text: string;
  operationName: string | undefined;
  variables: Record<string, unknown>;
}

/** All subscriptions of this process, grouped so that equal ones of equal audience are executed once. */
export class LiveHub {
  readonly #deps: Deps;
  readonly #groups = new Map<string, LiveGroup>();
  readonly #stopFollowing: () => void;

  constructor(deps: Deps) {
    this.#deps = deps;
    this.#stopFollowing = deps.feed.onEvents((events) => {
      for (const group of this.#groups.values()) group.onEvents(events);
    });
  }

  stop(): void {
    this.#stopFollowing();
    for (const group of this.#groups.values()) group.stop();
    this.#groups.clear();
  }

  /** How many subscriptions are open. */
  get size(): number {
    return [...this.#groups.values()].reduce((sum, group) => sum + group.size, 0);
  }

  /** Wakes polled subscriptions, e.g. when somebody's presence changed in this process. */
  nudge(): void {
    for (const group of this.#groups.values()) group.nudge();
  }

  /**
   * Opens a subscription for one socket and returns what ends it.
   * @throws AppError as the field's source does when the caller may not.
   */
  async subscribe(ctx: Context, wire: Wire, id: string, asked: Subscribing): Promise<() => void> {
    const root = rootField(asked);
    const source = sourceOf(root.name.value);
    if (!source) throw new AppError('INVALID');
    const args = argumentsOf(root, asked.variables);
    const stream = await source(ctx, args);
    const variables = withoutCursor(root, asked.variables);
    const key = JSON.stringify([asked.text, asked.operationName ?? null, variables, stream.audience]);
    let group = this.#groups.get(key);
    if (!group) {
      group = new LiveGroup(this.#deps, stream, {
        schema: this.#deps.schema,
        document: asked.document,
        operationName: asked.operationName,
        variables,
      });
      this.#groups.set(key, group);
    }
    const joined = group;
    const member = new LiveMember(wire, id, () => joined.resetFrame());
    const leave = () => {
      joined.leave(member);
      if (joined.size > 0) return;
      joined.stop();
      if (this.#groups.get(key) === joined) this.#groups.delete(key);
    };
    try {
      await joined.join(member, typeof args.after === 'string' ? args.after : null);
    } catch (error) {
      leave();
      throw error;
    }
    return leave;
  }
}

function rootField({ document, operationName }: Subscribing): FieldNode {
  const selection = getOperationAST(document, operationName)?.selectionSet.selections;
  const [field] = selection ?? [];
  if (selection?.length !== 1 || field?.kind !== 'Field') throw new AppError('INVALID');
  return field;
}

function argumentsOf(field: FieldNode, variables: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(
    (field.arguments ?? []).map((argument) => [argument.name.value, valueFromASTUntyped(argument.value, variables)]),
  );
}

/** The variables that make operations equal: where each client resumes is its own affair. */
function withoutCursor(field: FieldNode, variables: Record<string, unknown>): Record<string, unknown> {
  const after = field.arguments?.find((argument) => argument.name.value === 'after')?.value;
  if (after?.kind !== 'Variable') return variables;
  return Object.fromEntries(Object.entries(variables).filter(([name]) => name !== after.name.value));
}
