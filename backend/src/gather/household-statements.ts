import type { MedusaContainer } from "@medusajs/framework/types"
import { lastDayOf } from "@shangxing/attribution/domain/period"
import {
  type HouseholdAnswer,
  statementStanding,
} from "@shangxing/attribution/domain/statement-standing"
import { yuanInWords } from "@shangxing/attribution/domain/yuan-in-words"
import type { StandingReceipt, StatementSums } from "@shangxing/attribution/modules/receipt/types"
import type {
  HouseholdStatement,
  HouseholdStatementsResponse,
  StatementLine,
  StatementSheetsResponse,
} from "@shangxing/attribution/types/receipts"

import { grouped } from "./grouped"
import { modules } from "./modules"
import { nameDivisions } from "./names"

/** First and last day of `YYYY-MM` or `YYYY`. */
export function daysOfPeriod(period: string): { from: string; to: string } {
  return period.length === 4
    ? { from: `${period}-01-01`, to: `${period}-12-31` }
    : { from: `${period}-01`, to: lastDayOf(period) }
}

/** A seller's households with receipts of a period (or open ones from before), and who has seen them. */
export async function gatherStatementRows(
  container: MedusaContainer,
  seller_id: string,
  period: string,
): Promise<HouseholdStatementsResponse> {
  const receipts = modules.receipts(container)
  const [sums, prints, [last]] = await Promise.all([
    receipts.statementSums(seller_id, daysOfPeriod(period)),
    receipts.listStatementPrints({ seller_id, period }, { take: null, select: ["household_id"] }),
    receipts.listStatementPrints({ seller_id }, { take: 1, order: { created_at: "DESC" } }),
  ])
  const printed = new Set(prints.map(({ household_id }) => household_id))
  const [names, places] = await Promise.all([
    modules.registry(container).maskedNames(sums.map(({ household_id }) => household_id)),
    nameDivisions(
      container,
      sums.map(({ village_code }) => village_code),
    ),
  ])
  return {
    period,
    phone: last?.phone ?? null,
    households: sums.map((sum) => ({
      household_id: sum.household_id,
      household_name: names[sum.household_id] ?? "—",
      village_zh: places.of(sum.village_code).zh,
      count: sum.count,
      amount_fen: sum.amount_fen,
      paid_fen: sum.paid_fen,
      open_fen: sum.open_fen,
      standing: statementStanding(answerOf(sum), printed.has(sum.household_id)),
    })),
  }
}

function answerOf({ amount_fen, received_fen, disputed_count }: StatementSums): HouseholdAnswer {
  return { amountFen: amount_fen, receivedFen: received_fen, disputedCount: disputed_count }
}

/** The sheets of one print, as they are now; `null` for another seller's or none. */
export async function gatherSheets(
  container: MedusaContainer,
  seller_id: string,
  batch_id: string,
): Promise<StatementSheetsResponse | null> {
  const receipts = modules.receipts(container)
  const prints = await receipts.listStatementPrints({ seller_id, batch_id }, { take: null })
  const [first] = prints
  if (!first) return null
  const { period, phone } = first
  const ids = prints.map(({ household_id }) => household_id)
  const days = daysOfPeriod(period)
  const [sums, { receipts: own }] = await Promise.all([
    receipts.statementSums(seller_id, days),
    receipts.standing({ seller_id, household_ids: ids, ...days, limit: 100_000 }),
  ])
  const wanted = sums.filter(({ household_id }) => ids.includes(household_id))
  return { period, phone, statements: await sheetsOf(container, { period, sums: wanted, own }) }
}

type Sheets = { period: string; sums: StatementSums[]; own: StandingReceipt[] }

async function sheetsOf(
  container: MedusaContainer,
  { period, sums, own }: Sheets,
): Promise<HouseholdStatement[]> {
  const deliveryIds = own.flatMap(({ delivery_id }) => delivery_id ?? [])
  const villages = sums.map(({ village_code }) => village_code)
  const [names, places, deliveries] = await Promise.all([
    modules.registry(container).maskedNames(sums.map(({ household_id }) => household_id)),
    nameDivisions(container, [...villages, ...villages.map((code) => code.slice(0, 9))]),
    modules.lots(container).listDeliveries({ id: deliveryIds }, { take: null }),
  ])
  const goodsOf = new Map(deliveries.map((delivery) => [delivery.id, goodsIn(delivery)]))
  const linesOf = grouped(own, ({ household_id }) => household_id)
  return sums.map(({ household_id, village_code, ...sum }) => ({
    household_id,
    household_name: names[household_id] ?? "—",
    village_zh: places.of(village_code).zh,
    township_zh: places.of(village_code.slice(0, 9)).zh,
    period,
    lines: linesIn(linesOf.get(household_id) ?? [], goodsOf),
    paid_fen: sum.paid_fen,
    paid_words: yuanInWords(sum.paid_fen),
    open_fen: sum.open_fen,
    open_words: yuanInWords(sum.open_fen),
    open_due_on: firstDue(linesOf.get(household_id) ?? []),
    earlier_fen: sum.earlier_fen,
    earlier_due_on: sum.earlier_due_on,
  }))
}

type Goods = NonNullable<StatementLine["goods"]>

function goodsIn({ product_kind, grade, net_g, price_fen_per_kg, deducted_fen }: Goods): Goods {
  return { product_kind, grade, net_g, price_fen_per_kg, deducted_fen }
}

/** As they arose; what was voided is on no sheet. */
function linesIn(own: StandingReceipt[], goodsOf: Map<string, Goods>): StatementLine[] {
  return own
    .flatMap((receipt): StatementLine[] => {
      const { id, channel, amount_fen, arose_on, due_on, state, paid_on, note } = receipt
      if (state === "voided") return []
      const goods = receipt.delivery_id ? (goodsOf.get(receipt.delivery_id) ?? null) : null
      return [
        { receipt_id: id, channel, amount_fen, arose_on, due_on, state, paid_on, note, goods },
      ]
    })
    .sort((a, b) => (a.arose_on < b.arose_on ? -1 : 1))
}

function firstDue(own: StandingReceipt[]): string | null {
  const days = own.flatMap(({ state, paid_on, due_on }) =>
    state !== "voided" && paid_on === null && due_on !== null ? [due_on] : [],
  )
  return days.sort()[0] ?? null
}
