import type { StandardSchemaV1 } from '@standard-schema/spec';
import { command, type Tx } from '../../platform/command.ts';
import { aboutBoard, announceEntry, findEntry, subjectOf, whoHas, type BoardAnswer, type EntryAt } from './board-record.ts';

type OnEntry = StandardSchemaV1<unknown, { key: string; id: string }>;

/** A command on one open entry, by whoever posted for that organisation or district. @throws AppError `CONFLICT` naming who sees to it. */
export function entryCommand<S extends OnEntry>(input: S, change: (tx: Tx, at: EntryAt, input: StandardSchemaV1.InferOutput<S>) => void) {
  return command<S, EntryAt, BoardAnswer>({
    action: 'board.write',
    input,
    async load(tx, { id }) {
      const it = await findEntry(tx, id);
      return it && { it, subject: subjectOf(it.entry), about: aboutBoard(it.entry) };
    },
    async run(tx, at, given) {
      const { entry } = at;
      entry.expectOpen(await whoHas(tx, entry));
      change(tx, at, given);
      announceEntry(tx, entry);
      tx.audit(aboutBoard(entry));
      return { id: entry.id, district: entry.district };
    },
  });
}
