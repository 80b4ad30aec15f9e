import type { MedusaContainer } from "@medusajs/framework/types"
import { distributionOf } from "@shangxing/attribution/domain/distribution"
import { receivedOn, type ReceiptFactKind } from "@shangxing/attribution/domain/receipt-state"
import type { IndicatorKey } from "@shangxing/attribution/types/overview"

import { modules } from "../../src/gather/modules"
import { sqlOn } from "../../src/gather/sql"

type Asked = {
  division: string
  from: string
  to: string
  seller: string | null
  asOf: string | null
}

const share = (numerator: number, denominator: number) =>
  denominator > 0 ? Math.floor((numerator * 10_000) / denominator + 0.5) : null

/** Sales by plain SQL over the journal's entries alone. */
async function sales(container: MedusaContainer, asked: Asked) {
  const [row] = await sqlOn(container)<Record<string, number>>(
    `select coalesce(sum(amount_fen), 0)::float8 as net,
        coalesce(sum(amount_fen) filter (where circle = 'small'), 0)::float8 as small,
        coalesce(sum(amount_fen) filter (where circle = 'big'), 0)::float8 as big,
        coalesce(sum(amount_fen) filter (where kind = 'capture'), 0)::float8 as captured,
        coalesce(-sum(amount_fen) filter (where kind in ('refund', 'chargeback')), 0)::float8 as refunded,
        coalesce(sum(amount_fen) filter (where account = 'enrolled_household'), 0)::float8 as enrolled,
        coalesce(sum(amount_fen) filter (where account = 'other_household'), 0)::float8 as other,
        coalesce(sum(amount_fen) filter (where account = 'unattributed'), 0)::float8 as unattributed
      from ledger_entry where account <> 'sales' and starts_with(division_code, ?)
       and effective_on >= cast(? as date) and effective_on <= cast(? as date)
       and (cast(? as text) is null or seller_id = ?)
       and (cast(? as timestamptz) is null or posted_at <= ?)`,
    [asked.division, asked.from, asked.to, asked.seller, asked.seller, asked.asOf, asked.asOf],
  )
  const { net, small, big, captured, refunded, enrolled, other, unattributed } = row!
  return {
    net_sales: net,
    small_circle_sales: small,
    big_circle_sales: big,
    enrolled_sales: enrolled,
    other_household_sales: other,
    unattributed_sales: unattributed,
    traceability: share(enrolled! + other!, net!),
    refund_rate: share(refunded!, captured!),
  }
}

type Told = {
  id: string
  household_id: string
  amount_fen: number
  due_on: string | null
  facts: { kind: ReceiptFactKind; on: string }[]
}

/** Every receipt of the division with its facts, as they were known at the moment. */
async function receipts(container: MedusaContainer, asked: Asked): Promise<Told[]> {
  return await sqlOn(container)<Told>(
    `select r.id, r.household_id, r.amount_fen::float8 as amount_fen, r.due_on, coalesce((
        select jsonb_agg(jsonb_build_object('kind', f.kind, 'on', f.happened_on)) from receipt_fact f
         where f.receipt_id = r.id and f.created_at <= coalesce(cast(? as timestamptz), 'infinity')
      ), '[]') as facts
      from household_receipt r where starts_with(r.village_code, ?)
       and (cast(? as text) is null or r.seller_id = ?)
       and r.created_at <= coalesce(cast(? as timestamptz), 'infinity')`,
    [asked.asOf, asked.division, asked.seller, asked.seller, asked.asOf],
  )
}

/** What each household with an agreement or a receipt received, by the rules in TypeScript. */
async function amountsByHousehold(container: MedusaContainer, asked: Asked) {
  const amounts = new Map<string, number>()
  const agreements = await modules.agreements(container).agreementsOf({ on: asked.to })
  const parties = agreements
    .filter(({ seller_id }) => asked.seller === null || seller_id === asked.seller)
    .flatMap(({ in_force }) => in_force?.households ?? [])
  const places = await modules
    .registry(container)
    .placesOf([...new Set(parties.map(({ household_id }) => household_id))])
  const signed = places.filter(({ village_code }) => village_code.startsWith(asked.division))
  for (const { id } of signed) amounts.set(id, 0)
  for (const { household_id, amount_fen, facts } of await receipts(container, asked)) {
    const on = receivedOn(facts)
    if (on === null || on < asked.from || on > asked.to) continue
    amounts.set(household_id, (amounts.get(household_id) ?? 0) + amount_fen)
  }
  return { amounts, signed: new Set(signed.map(({ id }) => id)) }
}

async function people(container: MedusaContainer, asked: Asked) {
  const { amounts, signed } = await amountsByHousehold(container, asked)
  const fens = [...amounts.values()]
  const received = fens.reduce((sum, fen) => sum + fen, 0)
  const benefiting = fens.filter((fen) => fen > 0).length
  const spread = distributionOf(fens)
  return {
    receipts: received,
    signed_households: signed.size,
    benefiting_households: benefiting,
    benefit_rate: share(benefiting, signed.size),
    mean_receipts: fens.length > 0 ? spread.meanFen : null,
    median_receipts: fens.length > 0 ? spread.medianFen : null,
    top_tenth_share: received > 0 ? spread.topTenthBasisPoints : null,
  }
}

async function payments(container: MedusaContainer, asked: Asked) {
  const due = (await receipts(container, asked)).filter(
    ({ due_on, facts }) =>
      due_on !== null &&
      due_on >= asked.from &&
      due_on <= asked.to &&
      facts.every(({ kind }) => kind !== "voided"),
  )
  const sum = (rows: Told[]) => rows.reduce((all, { amount_fen }) => all + amount_fen, 0)
  const paidOn = ({ facts }: Told) => facts.find(({ kind }) => kind === "paid")?.on ?? "9999-12-31"
  return {
    payment_timeliness: share(sum(due.filter((row) => paidOn(row) <= row.due_on!)), sum(due)),
    overdue: sum(due.filter((row) => row.due_on! < asked.to && paidOn(row) > asked.to)),
  }
}

/** Every indicator that the ledger and the receipts answer, worked out from raw rows. */
export async function referenceFigures(
  container: MedusaContainer,
  asked: Asked,
): Promise<Partial<Record<IndicatorKey, number | null | undefined>>> {
  return {
    ...(await sales(container, asked)),
    ...(await people(container, asked)),
    ...(await payments(container, asked)),
  }
}
