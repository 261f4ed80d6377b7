import { CloseEntry } from '@ww/shared/network/input';
import { entryCommand } from '../entry-command.ts';
import { withdrawProposal } from '../proposal.ts';

/** It is there no longer, or no longer needed. @throws AppError `CONFLICT` once it is matched or closed. */
export const closeEntry = entryCommand(CloseEntry, (tx, { entry, proposal }) => {
  entry.end('CLOSED', tx.now);
  withdrawProposal(tx, proposal);
});
