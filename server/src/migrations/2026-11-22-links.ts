import { Migration } from '@mikro-orm/migrations';

/** One-time links by which somebody signs in. */
export class Links20261122 extends Migration {
  override name = '2026-11-22-links';

  override up(): void {
    this.addSql(`create table sign_in_link (
      id uuid primary key, person_id uuid not null references person (id), purpose text not null,
      created_at timestamptz not null, expires_at timestamptz not null, used_at timestamptz,
      constraint sign_in_link_purpose check (purpose in ('SIGN_IN', 'INVITATION')),
      constraint sign_in_link_times check (created_at < expires_at))`);
    this.addSql(`create index sign_in_link_person on sign_in_link (person_id, created_at)`);
  }
}
