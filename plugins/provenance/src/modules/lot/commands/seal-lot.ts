import { businessDay, isDay } from "../../../domain/business-day"
import { composeLot, unattributedGrams, type Share } from "../../../domain/compose-lot"
import { bindingYield } from "../../../domain/lot-process"
import { inputRefusal, outputRefusal } from "../../../domain/mass-balance"
import { deliveryAmountFen, purchaseFenPerKg } from "../../../domain/purchase-price"
import { expiryRefusal, sealRefusal } from "../../../domain/seal-lot"
import { newId } from "../../../lib/ids"
import { refused } from "../../../lib/refusals"
import { insertRows, type Sql } from "../../../lib/sql"
import { findBalances, findDeliveries, findLots } from "../queries/balances"
import { findShares } from "../queries/shares"
import type {
  DeliveryRecord,
  DeliveryStatus,
  LotRecord,
  ProcessRecord,
  SealLotInput,
  ShareRecord,
} from "../types"
import { gatherSources, type InputLot, type LotIngredients } from "./lot-ingredients"

/**
 * Makes a lot of deliveries and other lots and seals it: its composition is written once and
 * never changes. `statuses` say what held for each household on its delivery's day.
 *
 * @throws MedusaError with the refusal's code; nothing is written then.
 */
export async function sealLot(
  sql: Sql,
  input: SealLotInput,
  statuses: readonly DeliveryStatus[],
): Promise<{ lot: LotRecord; shares: ShareRecord[] }> {
  await assertCodeFree(sql, input)
  const process = await processOf(sql, input)
  const ingredients: LotIngredients = {
    deliveries: await usableDeliveries(sql, input),
    inputLots: await usableLots(sql, input),
    unattributedG: input.unattributed_g ?? 0,
    statuses: new Map(statuses.map((status) => [status.delivery_id, status])),
  }
  const lot = lotRow(input, ingredients, process)
  const shares = composeLot(gatherSources(ingredients))
  await insertRows(sql, "lot", LOT_TYPES, [
    { ...lot, unattributed_g: Number(unattributedGrams(shares, BigInt(lot.net_g))) },
  ])
  await insertRows(sql, "lot_input", INPUT_TYPES, inputRows(lot.id, ingredients))
  await insertRows(
    sql,
    "lot_share",
    SHARE_TYPES,
    shares.map((share) => shareRow(lot.id, share)),
  )

  const [written] = await findLots(sql, [lot.id])
  return { lot: written as LotRecord, shares: await findShares(sql, [lot.id]) }
}

/** Undoes a seal, as long as nothing was packed from the lot. */
export async function discardLot(sql: Sql, lotId: string): Promise<void> {
  await sql("delete from lot_share where lot_id = ?", [lotId])
  await sql("delete from lot_input where lot_id = ?", [lotId])
  await sql("delete from lot where id = ?", [lotId])
}

async function assertCodeFree(sql: Sql, { seller_id, code }: SealLotInput): Promise<void> {
  const taken = await sql(
    "select id from lot where seller_id = ? and code = ? and deleted_at is null",
    [seller_id, code],
  )
  if (taken.length > 0) throw refused("lot_code_taken", code)
}

/** The deliveries, locked so that no other lot takes them meanwhile. */
async function usableDeliveries(sql: Sql, input: SealLotInput): Promise<DeliveryRecord[]> {
  const ids = [...new Set(input.delivery_ids)]
  await sql("select id from delivery where id = any(?) order by id for update", [ids])
  const deliveries = await findDeliveries(sql, ids)
  const missing = ids.find((id) => !deliveries.some((delivery) => delivery.id === id))
  if (missing !== undefined) throw refused("delivery_unknown", missing)
  const refusal = sealRefusal(
    {
      sellerId: input.seller_id,
      productKind: input.product_kind,
      divisionCode: input.village_code ?? input.township_code ?? input.county_code,
    },
    deliveries.map((delivery) => ({
      id: delivery.id,
      sellerId: delivery.seller_id,
      productKind: delivery.product_kind,
      villageCode: delivery.village_code,
      isConfirmed: delivery.is_confirmed,
      isDisputed: delivery.is_disputed,
      isVoided: delivery.is_voided,
      usedIn: delivery.used_in,
    })),
  )
  if (refusal) throw refused(refusal.code, refusal.deliveryId)
  return deliveries
}

/** The input lots, locked, with their shares; each must have enough left. */
async function usableLots(sql: Sql, { input_lots = [] }: SealLotInput): Promise<InputLot[]> {
  const ids = [...new Set(input_lots.map(({ lot_id }) => lot_id))]
  const lots = await findLots(sql, ids, { lock: true })
  const balances = await findBalances(sql, ids)
  const shares = await findShares(sql, ids)
  return ids.map((id) => {
    const lot = lots.find((candidate) => candidate.id === id)
    const balance = balances.get(id)
    if (!lot || !balance || lot.status === "open") throw refused("lot_unknown", id)
    if (lot.status === "recalled") throw refused("lot_recalled", lot.code)
    const taken = input_lots.filter(({ lot_id }) => lot_id === id)
    const grams = taken.reduce((sum, { net_g }) => sum + net_g, 0)
    if (!Number.isSafeInteger(grams) || taken.some(({ net_g }) => net_g <= 0)) {
      throw refused("lot_weight_invalid", lot.code)
    }
    if (inputRefusal(balance, grams)) throw refused("lot_input_over", lot.code)
    return { lot, grams, shares: shares.filter(({ lot_id }) => lot_id === id) }
  })
}

/** The process that the seller declared, whose yield binds. @throws `process_unknown`. */
async function processOf(sql: Sql, input: SealLotInput): Promise<ProcessRecord | null> {
  if (!input.process_id) return null
  const [process] = await sql<ProcessRecord>(
    `select id, seller_id, name, product_kind, max_yield_basis_points from lot_process
      where id = ? and seller_id = ? and product_kind = ?`,
    [input.process_id, input.seller_id, input.product_kind],
  )
  if (!process) throw refused("process_unknown", input.process_id)
  return process
}

function lotRow(input: SealLotInput, ingredients: LotIngredients, process: ProcessRecord | null) {
  const { deliveries, inputLots, unattributedG } = ingredients
  const inputGrams =
    deliveries.reduce((sum, { net_g }) => sum + net_g, 0) +
    inputLots.reduce((sum, { grams }) => sum + grams, 0) +
    unattributedG
  const netG = input.net_g ?? inputGrams
  const days = harvestDays(input, ingredients)
  assertWeighed(input, { inputGrams, unattributedG, netG, days })
  const sealedAt = input.sealed_at ?? new Date().toISOString()
  const past = expiryRefusal(input.expires_on, businessDay(new Date(sealedAt)))
  if (past) throw refused(past, input.code)
  const maxYieldBasisPoints = process
    ? bindingYield({ maxYieldBasisPoints: process.max_yield_basis_points })
    : (input.max_yield_basis_points ?? bindingYield(null))
  if (outputRefusal({ inputGrams, outputGrams: netG, maxYieldBasisPoints })) {
    throw refused("lot_output_over", input.code)
  }
  return {
    ...input,
    id: input.id ?? newId("lot"),
    harvested_from: days[0],
    harvested_to: days[days.length - 1],
    net_g: netG,
    purchase_fen_per_kg: purchasePrice(ingredients, inputGrams, netG),
    floor_fen_per_kg: highestFloor(ingredients),
    status: "sealed",
    max_yield_basis_points: maxYieldBasisPoints,
    ...certificateColumns(input.certificate),
    sealed_at: sealedAt,
  }
}

function certificateColumns(certificate: SealLotInput["certificate"]) {
  return certificate
    ? {
        certificate_number: certificate.number,
        certificate_issued_on: certificate.issued_on,
        certificate_tests: certificate.tests,
        certificate_file_url: certificate.file_url,
      }
    : {}
}

function assertWeighed(
  { code, expires_on }: SealLotInput,
  lot: { inputGrams: number; unattributedG: number; netG: number; days: string[] },
): void {
  const { inputGrams, unattributedG, netG, days } = lot
  if (inputGrams === 0 || days.length === 0) throw refused("lot_empty", code)
  const isWhole = [unattributedG, netG].every(Number.isSafeInteger)
  if (!isWhole || unattributedG < 0 || netG <= 0 || ![...days, expires_on].every(isDay)) {
    throw refused("lot_weight_invalid", code)
  }
}

/** Every day that the ingredients were harvested on, in order. */
function harvestDays(input: SealLotInput, { deliveries, inputLots }: LotIngredients): string[] {
  const known = [
    ...deliveries.map(({ delivered_on }) => delivered_on),
    ...inputLots.flatMap(({ lot }) => [lot.harvested_from, lot.harvested_to]),
  ]
  const said = [input.harvested_from, input.harvested_to].filter((day) => day !== undefined)
  return (known.length > 0 ? known : said).sort()
}

/** A mean over deliveries and blended lots alike, so that a blend's bar shows what was paid. */
function purchasePrice(
  { deliveries, inputLots }: LotIngredients,
  inputGrams: number,
  netG: number,
): number | null {
  const bought = inputLots.filter(({ lot }) => lot.purchase_fen_per_kg !== null)
  const price = purchaseFenPerKg(
    [
      ...deliveries.map(({ net_g, amount_fen }) => ({
        grams: BigInt(net_g),
        amountFen: BigInt(amount_fen),
      })),
      ...bought.map(({ lot, grams }) => ({
        grams: BigInt(grams),
        amountFen: deliveryAmountFen(BigInt(grams), BigInt(lot.purchase_fen_per_kg ?? 0)),
      })),
    ],
    BigInt(inputGrams),
    BigInt(netG),
  )
  return price === null ? null : Number(price)
}

function highestFloor({ deliveries, inputLots }: LotIngredients): number | null {
  const floors = [...deliveries, ...inputLots.map(({ lot }) => lot)]
    .map(({ floor_fen_per_kg }) => floor_fen_per_kg)
    .filter((floor) => floor !== null)
  return floors.length === 0 ? null : Math.max(...floors)
}

function inputRows(lotId: string, { deliveries, inputLots, unattributedG }: LotIngredients) {
  const row = (input: { delivery_id?: string; input_lot_id?: string; net_g: number }) => ({
    ...input,
    id: newId("lin"),
    lot_id: lotId,
  })
  return [
    ...deliveries.map(({ id, net_g }) => row({ delivery_id: id, net_g })),
    ...inputLots.map(({ lot, grams }) => row({ input_lot_id: lot.id, net_g: grams })),
    ...(unattributedG > 0 ? [row({ net_g: unattributedG })] : []),
  ]
}

function shareRow(lotId: string, share: Share) {
  return {
    id: newId("lsh"),
    lot_id: lotId,
    household_id: share.householdId,
    status_label_zh: share.statusLabelZh,
    is_enrolled: share.isEnrolled,
    village_code: share.villageCode,
    parts: share.parts.toString(),
  }
}

const LOT_TYPES = {
  id: "text",
  seller_id: "text",
  code: "text",
  product_kind: "text",
  grade: "text",
  county_code: "text",
  township_code: "text",
  village_code: "text",
  harvested_from: "text",
  harvested_to: "text",
  expires_on: "text",
  net_g: "int",
  unattributed_g: "int",
  purchase_fen_per_kg: "int",
  floor_fen_per_kg: "int",
  status: "text",
  certificate_number: "text",
  certificate_issued_on: "text",
  certificate_tests: "text",
  certificate_file_url: "text",
  process_id: "text",
  max_yield_basis_points: "int",
  sealed_at: "timestamptz",
}

const INPUT_TYPES = {
  id: "text",
  lot_id: "text",
  delivery_id: "text",
  input_lot_id: "text",
  net_g: "int",
}

const SHARE_TYPES = {
  id: "text",
  lot_id: "text",
  household_id: "text",
  status_label_zh: "text",
  is_enrolled: "boolean",
  village_code: "text",
  parts: "text",
}
