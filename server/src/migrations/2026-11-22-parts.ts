import { Migration } from '@mikro-orm/migrations';

/** What was taken last of food that is still there, so that it can be undone. */
export class Parts20261122 extends Migration {
  override name = '2026-11-22-parts';

  override up(): void {
    this.addSql(`alter table fridge_item add column part_taken int, add column part_taken_at timestamptz,
      add constraint fridge_item_part check ((part_taken is null) = (part_taken_at is null) and (part_taken is null or part_taken > 0))`);
  }
}
