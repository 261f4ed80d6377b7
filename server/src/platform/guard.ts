import { AsyncLocalStorage } from 'node:async_hooks';

/**
 * Inside a command only its own EntityManager may be awaited: PGlite has one connection, held by the open
 * transaction, and any other query would wait for it for ever. PostgreSQL would go on, so the mistake must
 * be caught on both.
 */
const inside = new AsyncLocalStorage<{ action: string; hasBegun: boolean }>();

export function insideCommand<T>(action: string, run: () => Promise<T>): Promise<T> {
  return inside.run({ action, hasBegun: false }, run);
}

/** Leaves the command's context, for work that starts after its commit. */
export function outsideCommand<T>(run: () => T): T {
  return inside.exit(run);
}

/** @throws Error when called while a command's transaction is open. */
export function assertOutsideCommand(): void {
  const command = inside.getStore();
  if (command) throw new Error(`a query outside the transaction of ${command.action}: use the command's own em`);
}

/** For every begin that is not a savepoint: the command's own is the first. @throws Error at any other. */
export function assertOwnTransaction(): void {
  const command = inside.getStore();
  if (!command) return;
  if (command.hasBegun) assertOutsideCommand();
  command.hasBegun = true;
}
