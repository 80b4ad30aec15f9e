import { deductedFen, deductionRefusal } from "../../../domain/deductions"
import { deliveryAmountFen } from "../../../domain/purchase-price"
import { deliveryRefusal } from "../../../domain/record-delivery"
import { newId } from "../../../lib/ids"
import { refused } from "../../../lib/refusals"
import { insertRows, type Sql } from "../../../lib/sql"
import type { ConfirmedVia, DeductionRow, NewDelivery } from "../types"

const COLUMNS = {
  id: "text",
  seller_id: "text",
  household_id: "text",
  village_code: "text",
  product_kind: "text",
  grade: "text",
  net_g: "int",
  deduction_g: "int",
  price_fen_per_kg: "int",
  amount_fen: "int",
  floor_fen_per_kg: "int",
  below_floor_reason: "text",
  delivered_on: "text",
  recorded_by: "text",
  confirmed_at: "timestamptz",
  confirmed_via: "text",
  deductions: "jsonb",
  deducted_fen: "int",
  agreement_version_id: "text",
  client_id: "text",
  content_digest: "text",
  weighed_at: "timestamptz",
  device_weighed_at: "timestamptz",
  device_sent_at: "timestamptz",
}

/** Records deliveries, all or none; one whose id is known already is left alone. */
export async function recordDeliveries(
  sql: Sql,
  deliveries: readonly NewDelivery[],
): Promise<{ ids: string[]; created_ids: string[] }> {
  const rows = deliveries.map(deliveryRow)
  const created = await insertRows<{ id: string }>(
    sql,
    "delivery",
    COLUMNS,
    rows,
    "on conflict do nothing returning id",
  )
  return { ids: rows.map(({ id }) => id), created_ids: created.map(({ id }) => id) }
}

function deliveryRow(delivery: NewDelivery) {
  const id = delivery.id ?? newId("dlv")
  const refusal = deliveryRefusal({
    netGrams: delivery.net_g,
    deductionGrams: delivery.deduction_g ?? 0,
    priceFenPerKg: delivery.price_fen_per_kg,
    floorFenPerKg: delivery.floor_fen_per_kg ?? null,
    belowFloorReason: delivery.below_floor_reason ?? null,
    deliveredOn: delivery.delivered_on,
    villageCode: delivery.village_code,
  })
  if (refusal !== null) throw refused(refusal, id)
  const amountFen = Number(
    deliveryAmountFen(BigInt(delivery.net_g), BigInt(delivery.price_fen_per_kg)),
  )
  const deductions = plainDeductions(delivery.deductions ?? [])
  const tooMuch = deductionRefusal(amountFen, deductions)
  if (tooMuch !== null) throw refused(tooMuch, id)
  return {
    ...delivery,
    id,
    deduction_g: delivery.deduction_g ?? 0,
    amount_fen: amountFen,
    deducted_fen: deductedFen(deductions),
  }
}

function plainDeductions(rows: readonly DeductionRow[]) {
  return rows.map(({ label, amount_fen }) => ({ label, amountFen: amount_fen }))
}

/** Confirms deliveries that are not confirmed yet; answers which. */
export async function confirmDeliveries(
  sql: Sql,
  ids: readonly string[],
  via: ConfirmedVia,
  at: string,
): Promise<string[]> {
  const rows = await sql<{ id: string }>(
    `update delivery set confirmed_at = ?, confirmed_via = ?, updated_at = now()
      where id = any(?) and confirmed_at is null and voided_at is null returning id`,
    [at, via, ids],
  )
  return rows.map(({ id }) => id)
}

export async function unconfirmDeliveries(sql: Sql, ids: readonly string[]): Promise<void> {
  await sql(
    `update delivery set confirmed_at = null, confirmed_via = null, confirmed_by = null,
        consent = null, updated_at = now()
      where id = any(?)`,
    [ids],
  )
}

export async function deleteDeliveriesById(sql: Sql, ids: readonly string[]): Promise<void> {
  await sql("delete from delivery where id = any(?)", [ids])
}
