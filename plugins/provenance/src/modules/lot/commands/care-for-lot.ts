import { certificateRefusal } from "../../../domain/certificate"
import { processRefusal } from "../../../domain/lot-process"
import { looseDamageRefusal, packDamageRefusal } from "../../../domain/mass-balance"
import { newId } from "../../../lib/ids"
import { refused } from "../../../lib/refusals"
import { insertRows, type Sql } from "../../../lib/sql"
import { findBalances, lockLotOf } from "../queries/balances"
import { TAKEN_UNITS } from "../queries/products"
import { businessDay } from "../../../domain/business-day"
import type {
  Certificate,
  DamageInput,
  LabelRun,
  LotRecord,
  PackRecord,
  ProcessRecord,
} from "../types"

/** What happens to a lot beside packing and selling: its certificate, its losses, its labels. */

/** Declares a process with the most that it yields. @throws `process_invalid`. */
export async function declareProcess(
  sql: Sql,
  input: Omit<ProcessRecord, "id"> & { declared_by: string },
): Promise<ProcessRecord> {
  const { name, max_yield_basis_points: maxYieldBasisPoints } = input
  const refusal = processRefusal({ name, maxYieldBasisPoints })
  if (refusal !== null) throw refused(refusal, name)
  const process = { ...input, name: name.trim(), id: newId("lpr") }
  await insertRows(
    sql,
    "lot_process",
    {
      id: "text",
      seller_id: "text",
      name: "text",
      product_kind: "text",
      max_yield_basis_points: "int",
      declared_by: "text",
    },
    [process],
  )
  const { declared_by: _by, ...record } = process
  return record
}

/** Refuses a certificate that does not cover the lot: `certificate_reused`, `_too_early`, `_invalid`. */
export async function assertCovers(
  sql: Sql,
  lot: LotRecord,
  certificate: Certificate,
  today: string,
): Promise<void> {
  const inputs = await sql<{ producer: string; certificateNumber: string | null }>(
    `select l.seller_id as producer, l.certificate_number as "certificateNumber"
      from lot_input i join lot l on l.id = i.input_lot_id
      where i.lot_id = ? and i.deleted_at is null order by l.id`,
    [lot.id],
  )
  const producers = await sql<{ seller_id: string }>(
    `select distinct d.seller_id from lot_input i join delivery d on d.id = i.delivery_id
      where i.lot_id = ? and i.deleted_at is null`,
    [lot.id],
  )
  const refusal = certificateRefusal(
    { number: certificate.number, issuedOn: certificate.issued_on },
    {
      harvestedTo: lot.harvested_to,
      sealedOn: businessDay(new Date(lot.sealed_at ?? 0)),
      inputs,
      producers: producers.map(({ seller_id }) => seller_id),
    },
    today,
  )
  if (refusal !== null) throw refused(refusal, lot.code)
}

/** Gives a sealed lot its certificate, once. */
export async function certifyLot(
  sql: Sql,
  input: { lot_id: string; seller_id: string; certificate: Certificate; on: string },
): Promise<LotRecord> {
  const lot = await lockLotOf(sql, input.lot_id, input.seller_id)
  if (lot.status === "recalled") throw refused("lot_recalled", lot.code)
  if (lot.certificate_number !== null) throw refused("certificate_kept", lot.code)
  const { number, issued_on, tests = null, file_url = null } = input.certificate
  await assertCovers(sql, lot, input.certificate, input.on)
  await sql(
    `update lot set certificate_number = ?, certificate_issued_on = ?, certificate_tests = ?,
        certificate_file_url = ?, updated_at = now() where id = ?`,
    [number.trim(), issued_on, tests, file_url, lot.id],
  )
  return lot
}

/** Takes a certificate away again that `certifyLot` gave, when a workflow fails later. */
export async function uncertifyLot(sql: Sql, lotId: string): Promise<void> {
  await sql(
    `update lot set certificate_number = null, certificate_issued_on = null,
        certificate_tests = null, certificate_file_url = null, updated_at = now() where id = ?`,
    [lotId],
  )
}

/** Records what was lost, loose or packed. @throws `damage_over`, `damage_invalid`. */
export async function recordDamage(
  sql: Sql,
  input: DamageInput,
): Promise<{ id: string; variant_ids: string[] }> {
  const lot = await lockLotOf(sql, input.lot_id, input.seller_id)
  if (input.reason.trim() === "") throw refused("damage_invalid", lot.code)
  const lost = input.variant_id
    ? await lostPacks(sql, lot, input.variant_id, input.units ?? 0)
    : await lostLoose(sql, lot, input.grams ?? 0)
  const id = newId("ldm")
  await insertRows(
    sql,
    "lot_damage",
    {
      id: "text",
      lot_id: "text",
      lot_pack_id: "text",
      units: "int",
      grams: "int",
      reason: "text",
      photo_url: "text",
      recorded_by: "text",
    },
    [{ ...input, ...lost, id, reason: input.reason.trim() }],
  )
  return { id, variant_ids: input.variant_id ? [input.variant_id] : [] }
}

async function lostPacks(sql: Sql, lot: LotRecord, variantId: string, units: number) {
  const pack = await lockPack(sql, lot, variantId)
  if (!Number.isSafeInteger(units) || units <= 0) throw refused("damage_invalid", lot.code)
  if (packDamageRefusal(pack.free_units, units)) throw refused("damage_over", lot.code)
  return { lot_pack_id: pack.id, units, grams: units * pack.unit_g }
}

async function lostLoose(sql: Sql, lot: LotRecord, grams: number) {
  if (!Number.isSafeInteger(grams) || grams <= 0) throw refused("damage_invalid", lot.code)
  const balance = (await findBalances(sql, [lot.id])).get(lot.id)
  if (!balance || looseDamageRefusal(balance, grams)) throw refused("damage_over", lot.code)
  return { lot_pack_id: null, units: 0, grams }
}

type LockedPack = PackRecord & { free_units: number }

/** @throws `pack_unknown` for a size that was never packed from the lot. */
async function lockPack(sql: Sql, lot: LotRecord, variantId: string): Promise<LockedPack> {
  await sql("select id from lot_pack where lot_id = ? order by id for update", [lot.id])
  const [pack] = await sql<LockedPack>(
    `select p.id, p.lot_id, p.lot_code, p.variant_id, p.product_id, p.gtin, p.unit_g,
        p.packed_units, (p.packed_units - ${TAKEN_UNITS})::int as free_units
      from lot_pack p where p.lot_id = ? and p.variant_id = ? and p.deleted_at is null`,
    [lot.id, variantId],
  )
  if (!pack) throw refused("pack_unknown", lot.code)
  return pack
}

const MOST_LABELS = 1000

/** Gives out the next serials of a lot's packs; a serial is on one label only. */
export async function issueLabels(
  sql: Sql,
  input: {
    seller_id: string
    lot_id: string
    variant_id: string
    count: number
    layout: string
    printed_by: string
  },
): Promise<LabelRun> {
  const lot = await lockLotOf(sql, input.lot_id, input.seller_id)
  if (lot.status === "recalled") throw refused("lot_recalled", lot.code)
  const pack = await lockPack(sql, lot, input.variant_id)
  const isCount = Number.isSafeInteger(input.count) && input.count >= 1
  if (!isCount || input.count > Math.min(MOST_LABELS, pack.packed_units)) {
    throw refused("label_count_invalid", lot.code)
  }
  const [last] = await sql<{ next: number }>(
    `select coalesce(max(first_serial + label_count), 1)::int as next from label_print
      where lot_pack_id = ?`,
    [pack.id],
  )
  const run = {
    lot_pack_id: pack.id,
    first_serial: last?.next ?? 1,
    label_count: input.count,
  }
  await insertRows(
    sql,
    "label_print",
    {
      id: "text",
      lot_pack_id: "text",
      first_serial: "int",
      label_count: "int",
      layout: "text",
      printed_by: "text",
    },
    [{ ...run, id: newId("lbp"), layout: input.layout, printed_by: input.printed_by }],
  )
  return { ...run, lot_code: pack.lot_code, gtin: pack.gtin, unit_g: pack.unit_g }
}
