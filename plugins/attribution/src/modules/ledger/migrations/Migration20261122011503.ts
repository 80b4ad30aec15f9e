import { Migration } from "@medusajs/framework/mikro-orm/migrations"

/** The funds book: real money, account by account. Sums to zero at all times. */
export class Migration20261122011503 extends Migration {
  override async up(): Promise<void> {
    this.addSql(`
      create table funds_entry (
        transaction_id text not null,
        entry_number integer not null,
        county_code text not null,
        effective_on date not null,
        account text not null check (account in (
          'platform_clearing', 'seller_payable', 'seller_receivable', 'commission_income',
          'commission_tax', 'provider_fees', 'dispute_reserve', 'platform_subsidy')),
        seller_id text,
        amount_fen bigint not null check (amount_fen <> 0),
        posted_at timestamptz not null default statement_timestamp(),
        primary key (transaction_id, entry_number, county_code, effective_on),
        constraint funds_entry_seller_named
          check ((seller_id is not null) = (account in ('seller_payable', 'seller_receivable')))
      ) partition by range (effective_on);
    `)
    this.addSql(`
      create index "IDX_funds_entry_seller"
        on funds_entry (seller_id, account, county_code) include (amount_fen, posted_at)
        where seller_id is not null;
    `)
    this.addSql(`create index "IDX_funds_entry_account" on funds_entry (account, effective_on);`)
    this.addSql(`create table funds_entry_default partition of funds_entry default;`)
  }

  override async down(): Promise<void> {
    this.addSql(`drop table funds_entry;`)
  }
}
