import { levelOf } from "../../../domain/divisions"
import { newId } from "../../../lib/ids"
import { refused } from "../../../lib/refusals"
import { insertRows, type Sql } from "../../../lib/sql"
import { findOrigins } from "../queries/products"
import type { OriginInput, OriginRecord } from "../types"

const TYPES = {
  id: "text",
  product_id: "text",
  county_code: "text",
  township_code: "text",
  packing_fen_per_kg: "int",
  freight_fen_per_kg: "int",
}

/** Declares a product's origin, replacing an earlier declaration; answers that one. */
export async function declareOrigin(
  sql: Sql,
  input: OriginInput,
): Promise<{ origin: OriginRecord; previous: OriginRecord | null }> {
  assertSound(input)
  const [previous = null] = await findOrigins(sql, [input.product_id])
  await insertRows(
    sql,
    "product_origin",
    TYPES,
    [{ ...input, id: newId("porg") }],
    `on conflict (product_id) where deleted_at is null do update
      set county_code = excluded.county_code, township_code = excluded.township_code,
        packing_fen_per_kg = excluded.packing_fen_per_kg,
        freight_fen_per_kg = excluded.freight_fen_per_kg, updated_at = now()`,
  )
  return { origin: { ...input, township_code: input.township_code ?? null }, previous }
}

export async function deleteOriginOf(sql: Sql, productId: string): Promise<void> {
  await sql("delete from product_origin where product_id = ?", [productId])
}

function assertSound(input: OriginInput): void {
  const { county_code, township_code, packing_fen_per_kg, freight_fen_per_kg } = input
  const isPlaced =
    levelOf(county_code) === "county" &&
    (!township_code ||
      (levelOf(township_code) === "township" && township_code.startsWith(county_code)))
  const isPriced = [packing_fen_per_kg, freight_fen_per_kg].every(
    (fen) => Number.isSafeInteger(fen) && fen >= 0,
  )
  if (!isPlaced || !isPriced) throw refused("origin_invalid", input.product_id)
}
