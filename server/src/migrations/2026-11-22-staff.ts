import { Migration } from '@mikro-orm/migrations';

/** Invitations to the staff of a place; `district` is then the district in which it is. */
export class Staff20261122 extends Migration {
  override name = '2026-11-22-staff';

  override up(): void {
    this.addSql(`alter table invitation add column place_id uuid references place (id),
      add constraint invitation_place check ((role = 'PLACE_STAFF') = (place_id is not null))`);
    this.addSql(`create index invitation_of_place on invitation (place_id) where place_id is not null`);
  }
}
