type Part = { statement: string; values: readonly unknown[] }

/** What households received, and the common table `in_force`, each with the values of its `?`. */
export type PeopleParts = { received: Part; agreements: Part; division: string }

/**
 * Households of a division with an agreement in force or a receipt, by place and by how their
 * receipts spread. Plain SQL, because it compares tables of three modules; PostgreSQL counts and ranks
 * them, a province has half a million. The last `?` takes the edges of the bins.
 */
export function peopleStatement(parts: PeopleParts, digits: number): Part {
  const people = peopleTables(parts, digits)
  return {
    values: people.values,
    statement: `${people.statement}, placed as (
    select coalesce(place, '') as place, ${FIGURES} from people group by grouping sets ((place), ())
  ), ranked as (
    select fen, 11 - ntile(10) over (order by fen desc) as tenth from people
  ), tenths as (
    select tenth, coalesce(r.fen, 0) as fen from generate_series(1, 10) as t(tenth)
      left join (select tenth, sum(fen) as fen from ranked group by tenth) as r using (tenth)
  ), binned as (
    select width_bucket(fen, cast(? as bigint[])) as bin, count(*) as count from people group by 1
  )
  select (select jsonb_agg(placed) from placed) as places,
         (select jsonb_build_object('lower', percentile_disc(0.25) within group (order by fen),
                                    'upper', percentile_disc(0.75) within group (order by fen))
            from people) as quartiles,
         (select jsonb_agg(fen order by tenth) from tenths) as tenths,
         (select jsonb_object_agg(bin, count) from binned) as bins`,
  }
}

/** The same households by place, one row for each. */
export function placesStatement(parts: PeopleParts, digits: number): Part {
  const people = peopleTables(parts, digits)
  const numbers = COLUMNS.map((name) => `cast(${name} as float8) as ${name}`).join(", ")
  return {
    values: people.values,
    statement: `${people.statement}
      select place, ${numbers}
        from (select place, ${FIGURES} from people group by place) as placed`,
  }
}

const COLUMNS = [
  "household_count",
  "received_fen",
  "signed_count",
  "benefiting_count",
  "nothing_count",
  "median_fen",
]

const FIGURES = `count(*) as household_count, coalesce(sum(fen), 0) as received_fen,
           count(*) filter (where is_signed) as signed_count,
           count(*) filter (where fen > 0) as benefiting_count,
           count(*) filter (where is_signed and fen <= 0) as nothing_count,
           coalesce(floor(percentile_cont(0.5) within group (order by fen) + 0.5), 0) as median_fen`

function peopleTables({ received, agreements, division }: PeopleParts, digits: number): Part {
  return {
    values: [...received.values, ...agreements.values, `${division}%`],
    statement: `
  with received as (${received.statement}), ${agreements.statement}, signed as (
    select p.id as household_id, p.village_code from household p
     where p.village_code like ? and p.id in (
       select h.household_id from in_force v
         join agreement_household h on h.version_id = v.id and h.deleted_at is null)
  ), people as materialized (
    select left(coalesce(s.village_code, r.village_code), ${digits}) as place,
           coalesce(r.fen, 0) as fen, s.household_id is not null as is_signed
      from signed s full join received r on r.household_id = s.household_id
  )`,
  }
}
