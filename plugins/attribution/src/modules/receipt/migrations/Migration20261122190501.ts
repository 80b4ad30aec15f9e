import { Migration } from "@medusajs/framework/mikro-orm/migrations"

/**
 * Receipts as they stand now, written in the same transaction as their facts, and what they come to
 * by division and by household, so that nothing of the present is read fact by fact. Past moments
 * still are, by `receipt_standing`, which both readings share.
 */
export class Migration20261122190501 extends Migration {
  override async up(): Promise<void> {
    this.now()
    this.sums()
    this.indexes()
    this.refresh()
    this.rebuild()
    for (const [table, ids] of FOLLOWED) {
      this.addSql(`
        create function ${table}_refresh_now() returns trigger language plpgsql as $$
        begin
          perform receipt_now_refresh(array(select distinct ${ids} from added));
          return null;
        end $$`)
      this.addSql(`
        create trigger ${table}_refresh_now after insert on ${table}
        referencing new table as added for each statement execute function ${table}_refresh_now()`)
    }
    this.addSql("select receipt_now_rebuild()")
  }

  private now(): void {
    this.addSql(`
      create table receipt_now (
        receipt_id text not null, county_code text not null, village_code text not null,
        household_id text not null, seller_id text not null, channel text not null,
        income_class text not null, amount_fen bigint not null, arose_on text not null,
        due_on text null, delivery_id text null, created_at timestamptz not null,
        state text not null, paid_on text null, paid_via text null, paid_evidence text null,
        confirmed_on text null, confirmed_via text null, received_on text null,
        primary key (receipt_id, county_code)
      )`)
  }

  /** No row of a province is touched by a payment: changes are appended, and folded later. */
  private sums(): void {
    const amounts = `received_fen bigint not null, received_count bigint not null,
      due_fen bigint not null, due_count bigint not null, in_time_fen bigint not null`
    this.addSql(`
      create table receipt_delta (
        id bigint generated always as identity, county_code text not null,
        village_code text not null, household_id text not null, channel text not null,
        income_class text not null, day text not null, ${amounts}, primary key (id, county_code)
      )`)
    this.addSql(`
      create table receipt_division_sum (
        division_code text not null, period text not null, county_code text not null,
        channel text not null, income_class text not null, ${amounts},
        primary key (division_code, period, channel, income_class, county_code)
      )`)
    this.addSql(`
      create table receipt_household_year (
        household_id text not null, village_code text not null, county_code text not null,
        year text not null, received_fen bigint not null, due_count bigint not null,
        primary key (household_id, year, village_code, county_code)
      )`)
    this.addSql(`
      create index "IDX_receipt_household_year_village"
        on receipt_household_year (year, village_code text_pattern_ops)
        include (household_id, received_fen, due_count)`)
    // What a receipt adds, and on which day: received when both knew it, due when it was owed by.
    this.addSql(`
      create function receipt_adds(n receipt_now) returns table (
        day text, received_fen bigint, received_count bigint, due_fen bigint, due_count bigint,
        in_time_fen bigint
      ) language sql immutable as $$
        select n.received_on, n.amount_fen, 1::bigint, 0::bigint, 0::bigint, 0::bigint
         where n.received_on is not null
        union all
        select n.due_on, 0::bigint, 0::bigint, n.amount_fen, 1::bigint,
               case when n.paid_on <= n.due_on then n.amount_fen else 0 end
         where n.due_on is not null and n.state <> 'voided'
      $$`)
  }

  private indexes(): void {
    for (const [name, columns, condition] of INDEXES) {
      const where = condition ? `where ${condition}` : ""
      this.addSql(`create index "IDX_receipt_now_${name}" on receipt_now ${columns} ${where}`)
    }
  }

  /**
   * Rows are locked in sorted order before the facts are read, each by a statement of its own: of two
   * facts of one receipt at once the second waits, and then sees the first.
   */
  private refresh(): void {
    this.addSql(`
      create function receipt_now_refresh(ids text[]) returns void language plpgsql as $$
      begin
        perform from receipt_now where receipt_id = any(ids) order by receipt_id for update;
        with before as (
          select n from receipt_now n where n.receipt_id = any(ids)
        ), written as (
          insert into receipt_now as n (${COLUMNS})
          select ${VALUES} from receipt_standing('infinity') s
            join household_receipt r on r.id = s.receipt_id where s.receipt_id = any(ids)
          on conflict (receipt_id, county_code) do update set ${CHANGED}
          returning n
        ), changes as (
          select n, -1 as sign from before union all select n, 1 from written
        )
        insert into receipt_delta (${DIMENSIONS}, day, ${AMOUNTS})
        select ${of("(c.n)", DIMENSIONS)}, a.day,
               ${AMOUNTS.split(", ").map((name) => `sum(c.sign * a.${name})`)}
          from changes c cross join lateral receipt_adds(c.n) a
         group by (c.n).receipt_id, ${of("(c.n)", DIMENSIONS)}, a.day
        having (${AMOUNTS.split(", ").map((name) => `sum(c.sign * a.${name})`)})
               is distinct from (0, 0, 0, 0, 0);
      end $$`)
  }

  /** Everything anew from receipts and facts; nobody may write meanwhile. */
  private rebuild(): void {
    this.addSql(`
      create function receipt_now_rebuild() returns void language plpgsql as $$
      begin
        lock table household_receipt, receipt_fact in share mode;
        truncate receipt_now, receipt_delta, receipt_division_sum, receipt_household_year;
        insert into receipt_now (${COLUMNS})
        select ${VALUES} from receipt_standing('infinity') s
          join household_receipt r on r.id = s.receipt_id;
        insert into receipt_delta (${DIMENSIONS}, day, ${AMOUNTS})
        select ${of("n", DIMENSIONS)}, ${of("a", `day, ${AMOUNTS}`)}
          from receipt_now n cross join lateral receipt_adds(n) a;
      end $$`)
  }

  override async down(): Promise<void> {
    for (const [table] of FOLLOWED) {
      this.addSql(`drop trigger if exists ${table}_refresh_now on ${table}`)
      this.addSql(`drop function if exists ${table}_refresh_now()`)
    }
    this.addSql("drop function if exists receipt_now_rebuild()")
    this.addSql("drop function if exists receipt_now_refresh(text[])")
    this.addSql("drop function if exists receipt_adds(receipt_now)")
    this.addSql("drop table if exists receipt_household_year, receipt_division_sum, receipt_delta")
    this.addSql("drop table if exists receipt_now")
  }
}

/** What changes the standing of a receipt, and the column that names the receipt. */
const FOLLOWED = [
  ["household_receipt", "id"],
  ["receipt_fact", "receipt_id"],
] as const

const DIMENSIONS = "county_code, village_code, household_id, channel, income_class"
const AMOUNTS = "received_fen, received_count, due_fen, due_count, in_time_fen"
const OWED = `${DIMENSIONS}, seller_id, amount_fen, arose_on, due_on, delivery_id, created_at`
const STANDING = "state, paid_on, paid_via, paid_evidence, confirmed_on, confirmed_via, received_on"

const of = (row: string, columns: string) =>
  columns
    .split(", ")
    .map((column) => `${row}.${column}`)
    .join(", ")

const COLUMNS = `receipt_id, ${OWED}, ${STANDING}`
const VALUES = `r.id, ${of("r", OWED)}, ${of("s", STANDING)}`
const CHANGED = STANDING.split(", ")
  .map((name) => `${name} = excluded.${name}`)
  .join(", ")

const RECEIVED = "received_on is not null"
const DUE = "due_on is not null and state <> 'voided'"

/** For each question that is asked of receipts of some days; few of them are late, paid or disputed. */
const INDEXES = [
  ["received", "(received_on, village_code) include (household_id, amount_fen)", RECEIVED],
  ["village", "(village_code text_pattern_ops, received_on)", null],
  ["household", "(household_id, received_on)", null],
  ["seller", "(seller_id, received_on)", null],
  ["delivery", "(delivery_id)", "delivery_id is not null"],
  ["due", "(due_on, village_code)", DUE],
  [
    "late",
    "(due_on, village_code) include (paid_on, amount_fen, seller_id)",
    `${DUE} and (paid_on is null or paid_on > due_on)`,
  ],
  ["paid", "(paid_on, village_code)", "state = 'paid'"],
  ["disputed", "(arose_on, village_code)", "state = 'disputed'"],
] as const
