import { childDigits } from "@shangxing/attribution/domain/jurisdiction"
import { receivedByHousehold } from "@shangxing/attribution/lib/receipts"

import type { IncomeStage } from "./income-stage.ts"

type Scope = { division: string; from: string; to: string }
type Part = { statement: string; values: readonly unknown[] }

/** What the officials' overview asks PostgreSQL, which is compiled elsewhere with the backend. */
type Overview = {
  peopleStatement: (
    parts: { received: Part; agreements: Part; division: string },
    digits: number,
  ) => Part
  inForce: (day: string, asked: { past: undefined; filter: object }) => Part
}

const overview = new URL("../../gather/overview/", import.meta.url)
const { peopleStatement, inForce } = {
  ...(await import(new URL("people-statement.ts", overview).href)),
  ...(await import(new URL("in-force.ts", overview).href)),
} as Overview

const edges = [0, 1, ...Array.from({ length: 20 }, (_, i) => (i + 1) * 100_000)]

/** Every receipt of the scope with what its facts say: nothing is known in advance. */
const told = ({ division }: Scope) => `told as materialized (
  select id, household_id, village_code, channel, income_class, amount_fen, arose_on, due_on,
         created_at, is_voided, paid_on,
         case when not is_voided and disputes = 0 and paid_on is not null and confirmed_on is not null
              then greatest(paid_on, confirmed_on) end as received_on
    from (select r.*, coalesce(bool_or(f.kind = 'voided'), false) as is_voided,
                 count(*) filter (where f.kind = 'disputed')
               - count(*) filter (where f.kind = 'dispute_settled') as disputes,
                 max(f.happened_on) filter (where f.kind = 'paid') as paid_on,
                 max(f.happened_on) filter (where f.kind = 'confirmed') as confirmed_on
            from household_receipt r left join receipt_fact f on f.receipt_id = r.id
           where r.village_code like '${division}%' group by r.id) as facts)`

const DAY = { received: "received_on", due: "due_on" } as const

/** The figures of a scope by plain SQL over receipts and facts; and `people`, our own way to one. */
export function rawReads({ run }: IncomeStage, scope: Scope) {
  const { division, from, to } = scope
  const between = `between '${from}' and '${to}'`
  const one = async (statement: string) => {
    const [row] = await run<{ told: unknown }>(`with ${told(scope)} ${statement}`)
    return row!.told
  }
  const spread = async (received: Part) => {
    const digits = childDigits(division) ?? division.length
    const agreements = inForce(to, { past: undefined, filter: {} })
    const { statement, values } = peopleStatement({ received, agreements, division }, digits)
    return await run(numbered(statement), [...values, edges])
  }
  const list = (asked: keyof typeof DAY) =>
    one(`, chosen as materialized (
        select *, ${DAY[asked]} as day from told
         where ${DAY[asked]} ${between} and not is_voided
      ) select jsonb_build_object(
          'count', (select count(*) from chosen),
          'household_count', (select count(distinct household_id) from chosen),
          'by_channel', (${byChannel("chosen", "true")}),
          'ids', (select jsonb_agg(id order by day desc, created_at desc, id) from (
             select * from chosen order by day desc, created_at desc, id limit 20) as page)) as told`)
  return {
    people: () => spread(receivedByHousehold(scope, new Date())),
    reads: {
      channels: () => one(`select (${byChannel("told", `received_on ${between}`)}) as told`),
      months: () =>
        one(`select jsonb_agg(to_jsonb(m) order by month) as told from (
          select left(received_on, 7) as month, sum(amount_fen) as amount_fen from told
           where received_on between '${from.slice(0, 4)}-01-01' and '${to}' group by 1) as m`),
      punctuality: () =>
        one(`select jsonb_build_object(
            'due_fen', coalesce(sum(amount_fen), 0),
            'paid_in_time_fen', coalesce(sum(amount_fen) filter (where paid_on <= due_on), 0),
            'overdue_fen', coalesce(sum(amount_fen) filter (where ${overdue(to)}), 0),
            'overdue_count', count(*) filter (where ${overdue(to)})) as told
          from told where not is_voided and due_on ${between}`),
      households: () =>
        spread({
          statement: `with ${told(scope)} select household_id, min(village_code) as village_code,
              cast(sum(amount_fen) as bigint) as fen
            from told where received_on ${between} group by household_id`,
          values: [],
        }),
      "list received": () => list("received"),
      "list due": () => list("due"),
    },
  }
}

export type Raw = ReturnType<typeof rawReads>

const overdue = (to: string) => `due_on < '${to}' and (paid_on is null or paid_on > '${to}')`

const byChannel = (rows: string, holds: string) => `
  select jsonb_agg(to_jsonb(c) order by channel) from (
    select channel, income_class, sum(amount_fen) as amount_fen from ${rows} where ${holds}
     group by channel, income_class) as c`

/** `?` as the driver numbers them. */
function numbered(statement: string): string {
  let count = 0
  return statement.replaceAll("?", () => `$${++count}`)
}
