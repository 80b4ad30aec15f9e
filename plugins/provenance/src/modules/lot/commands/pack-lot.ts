import { isGtin } from "../../../domain/gtin"
import { packRefusal } from "../../../domain/mass-balance"
import { newId } from "../../../lib/ids"
import { refused } from "../../../lib/refusals"
import { insertRows, type Sql } from "../../../lib/sql"
import { findBalances, lockLotOf } from "../queries/balances"
import type { LotRecord, PackInput, PackRecord } from "../types"

const PACK_TYPES = {
  id: "text",
  lot_id: "text",
  lot_code: "text",
  variant_id: "text",
  product_id: "text",
  gtin: "text",
  unit_g: "int",
  packed_units: "int",
  packed_at: "timestamptz",
}

const PACK = "id, lot_id, lot_code, variant_id, product_id, gtin, unit_g, packed_units"

/**
 * Adds packs to a lot.
 * @throws `lot_packed_over` when they outweigh what is left of it, `pack_kind_other` for a product that
 * was packed from goods of another kind: a label must not call a Fuji a Gala.
 */
export async function packLot(
  sql: Sql,
  input: { lot_id: string; seller_id: string; packs: PackInput[]; packed_at?: string },
): Promise<{ lot: LotRecord; packs: PackRecord[] }> {
  const lot = await lockLotOf(sql, input.lot_id, input.seller_id)
  if (lot.status === "recalled") throw refused("lot_recalled", lot.code)
  input.packs.forEach(assertPack)
  await assertOfKind(sql, lot, input.packs)
  await assertWithinLot(sql, lot, input.packs)
  await assertMatching(sql, lot, input.packs)

  // Merged first: one statement can't touch the same row twice.
  const rows = merged(input.packs).map((pack) => ({
    ...pack,
    id: newId("lpk"),
    lot_id: lot.id,
    lot_code: lot.code,
    packed_units: pack.units,
    packed_at: input.packed_at ?? new Date().toISOString(),
  }))
  const packs = await insertRows<PackRecord>(
    sql,
    "lot_pack",
    PACK_TYPES,
    rows,
    `on conflict (lot_id, variant_id) where deleted_at is null do update
      set packed_units = lot_pack.packed_units + excluded.packed_units, updated_at = now()
      returning ${PACK}`,
  )
  return { lot, packs }
}

/** Takes packs out again that `packLot` added and nobody bought. */
export async function unpackLot(
  sql: Sql,
  lotId: string,
  packs: readonly Pick<PackInput, "variant_id" | "units">[],
): Promise<void> {
  for (const { variant_id, units } of packs) {
    await sql(
      `update lot_pack set packed_units = packed_units - ?, updated_at = now()
        where lot_id = ? and variant_id = ?`,
      [units, lotId, variant_id],
    )
  }
  await sql("delete from lot_pack where lot_id = ? and packed_units = 0", [lotId])
}

function assertPack({ variant_id, gtin, unit_g, units }: PackInput): void {
  if (!isGtin(gtin)) throw refused("pack_gtin_invalid", gtin)
  if (![unit_g, units].every((value) => Number.isSafeInteger(value) && value > 0)) {
    throw refused("pack_quantity_invalid", variant_id)
  }
}

async function assertOfKind(sql: Sql, lot: LotRecord, packs: PackInput[]): Promise<void> {
  const [other] = await sql<{ product_kind: string }>(
    `select l.product_kind from lot_pack p join lot l on l.id = p.lot_id
      where p.product_id = any(?) and p.deleted_at is null and l.product_kind <> ? limit 1`,
    [packs.map(({ product_id }) => product_id), lot.product_kind],
  )
  if (other)
    throw refused("pack_kind_other", `${lot.code}: ${lot.product_kind} ≠ ${other.product_kind}`)
}

async function assertWithinLot(sql: Sql, lot: LotRecord, packs: PackInput[]): Promise<void> {
  const balance = (await findBalances(sql, [lot.id])).get(lot.id)
  const grams = packs.reduce((sum, { unit_g, units }) => sum + unit_g * units, 0)
  if (!balance || packRefusal(balance, grams)) throw refused("lot_packed_over", lot.code)
}

/** A variant keeps one GTIN and one weight within a lot, and `(gtin, lot code)` names one pack. */
async function assertMatching(sql: Sql, lot: LotRecord, packs: PackInput[]): Promise<void> {
  const packed = await sql<PackRecord>(
    `select ${PACK} from lot_pack where deleted_at is null and (
      (lot_id = ? and variant_id = any(?)) or (lot_code = ? and gtin = any(?)))`,
    [lot.id, packs.map((pack) => pack.variant_id), lot.code, packs.map((pack) => pack.gtin)],
  )
  const known: PackFace[] = [...packed, ...packs.map((pack) => ({ ...pack, lot_id: lot.id }))]
  for (const pack of packs) {
    const rivals = known.filter(
      ({ variant_id, gtin }) => variant_id === pack.variant_id || gtin === pack.gtin,
    )
    if (!rivals.every((rival) => isSamePack(rival, { ...pack, lot_id: lot.id }))) {
      throw refused("pack_mismatched", pack.variant_id)
    }
  }
}

const FACE = ["lot_id", "variant_id", "product_id", "gtin", "unit_g"] as const
type PackFace = Pick<PackRecord, (typeof FACE)[number]>

function isSamePack(a: PackFace, b: PackFace): boolean {
  return FACE.every((key) => a[key] === b[key])
}

function merged(packs: readonly PackInput[]): PackInput[] {
  const byVariant = new Map<string, PackInput>()
  for (const pack of packs) {
    const units = (byVariant.get(pack.variant_id)?.units ?? 0) + pack.units
    byVariant.set(pack.variant_id, { ...pack, units })
  }
  return [...byVariant.values()]
}
