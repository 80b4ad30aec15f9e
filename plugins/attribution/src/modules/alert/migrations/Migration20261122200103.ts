import { Migration } from "@medusajs/framework/mikro-orm/migrations"

const KINDS =
  "'receipts_down', 'payment_overdue', 'below_floor', 'station_asleep', 'nothing_received'"
const SUBJECTS = "'household', 'seller', 'station'"

/** Alerts about a whole village, township or county. */
export class Migration20261122200103 extends Migration {
  override async up(): Promise<void> {
    this.allow(
      `${KINDS}, 'place_receipts_down', 'place_nothing_received'`,
      `${SUBJECTS}, 'division'`,
    )
  }

  override async down(): Promise<void> {
    this.addSql(`alter table "official_alert" disable trigger official_alert_append_only`)
    this.addSql(`delete from "official_alert" where "subject_kind" = 'division'`)
    this.addSql(`alter table "official_alert" enable trigger official_alert_append_only`)
    this.allow(KINDS, SUBJECTS)
  }

  private allow(kinds: string, subjects: string): void {
    this.addSql(`
      alter table "official_alert" drop constraint official_alert_kind_check,
        add constraint official_alert_kind_check check ("kind" in (${kinds})),
        drop constraint official_alert_subject_kind_check,
        add constraint official_alert_subject_kind_check check ("subject_kind" in (${subjects}))`)
  }
}
