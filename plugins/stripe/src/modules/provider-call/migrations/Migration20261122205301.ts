import { Migration } from "@medusajs/framework/mikro-orm/migrations"

/** What events and sweepers look for every minute must not read every call that was ever made. */
export class Migration20261122205301 extends Migration {
  override async up(): Promise<void> {
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_provider_call_provider_object_id" ON "provider_call" ("provider_object_id") WHERE deleted_at IS NULL;`,
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_provider_call_settled_at" ON "provider_call" ("settled_at") WHERE kind = 'refund' AND status = 'succeeded' AND deleted_at IS NULL;`,
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_provider_call_created_at" ON "provider_call" ("created_at") WHERE status = 'open' AND deleted_at IS NULL;`,
    )
  }

  override async down(): Promise<void> {
    this.addSql(`drop index if exists "IDX_provider_call_provider_object_id";`)
    this.addSql(`drop index if exists "IDX_provider_call_settled_at";`)
    this.addSql(`drop index if exists "IDX_provider_call_created_at";`)
  }
}
