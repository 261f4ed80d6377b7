import { AmendMinutes } from '@ww/shared/network/input';
import { minutesCommand } from '../minutes-command.ts';

/** The coordinator's words to each point, and to the whole; what happened stays as it was. */
export const amendMinutes = minutesCommand(AmendMinutes, (_tx, minutes, { remarks, items }) => {
  const noteOf = new Map(items.map(({ itemId, note }) => [itemId, note]));
  const noted = minutes.content.items.map((item) => ({
    ...item,
    note: noteOf.has(item.itemId) ? (noteOf.get(item.itemId) ?? null) : item.note,
  }));
  minutes.content = { ...minutes.content, remarks, items: noted };
  return 'AMEND';
});
