import type { Tx } from '../platform/command.ts';
import type { HelpRequest } from './help-request.entity.ts';

/** Brings what hangs on a request into line with it, in the same transaction. */
type Tie = (tx: Tx, request: HelpRequest) => Promise<void>;

const ties: Tie[] = [];

/** Another feature's part of every change of a request: requests know nothing of who is asked or sent. */
export function tieToRequest(tie: Tie): void {
  ties.push(tie);
}

export async function keepTies(tx: Tx, request: HelpRequest): Promise<void> {
  for (const tie of ties) await tie(tx, request);
}
