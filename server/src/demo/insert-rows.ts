import type { Em } from '../platform/orm.ts';

/**
 * Many rows in one statement with one parameter. Keys are the names of columns, the same in every row; left-out
 * columns take their defaults. Only for names written in this folder: they go into the statement as they are.
 */
export async function insertRows(em: Em, table: string, rows: readonly Readonly<Record<string, unknown>>[]): Promise<void> {
  const [first] = rows;
  if (!first) return;
  const columns = Object.keys(first)
    .map((column) => `"${column}"`)
    .join(', ');
  await em.execute(`insert into ${table} (${columns}) select ${columns} from jsonb_populate_recordset(null::${table}, ?::jsonb)`, [
    JSON.stringify(rows),
  ]);
}

/** A row with the names that its columns have: `createdAt` is `created_at`. */
export function asColumns(row: object): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(row).map(([name, value]) => [name.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`), value as unknown]),
  );
}
