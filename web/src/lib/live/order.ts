interface Placed {
  log: string;
  position: number;
}

function placeOf(cursor: string): Placed | null {
  const dot = cursor.lastIndexOf('.');
  const position = Number(cursor.slice(dot + 1));
  return dot > 0 && Number.isSafeInteger(position) ? { log: cursor.slice(0, dot), position } : null;
}

/** Whether what was read at `cursor` is older than what was read at `known`. Cursors of two logs can't be compared. */
export function isBefore(cursor: string, known: string): boolean {
  const one = placeOf(cursor);
  const other = placeOf(known);
  return one !== null && other !== null && one.log === other.log && one.position < other.position;
}
