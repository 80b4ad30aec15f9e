import type { MedusaContainer } from "@medusajs/framework/types"
import { PUBLIC_MINIMUM } from "@shangxing/attribution/domain/small-groups"
import type { CountyRecord } from "@shangxing/provenance/modules/division/types"
import type { LotTrace, TraceStepFact } from "@shangxing/provenance/modules/lot/types"
import type { Bilingual, LotTraceResponse, TraceCheck } from "@shangxing/provenance/types/http"

import { verificationOf } from "./lot-events"
import { nameDivisions } from "./names"
import { listPublishedProducts, type PublishedProduct } from "./products"
import { modules } from "./modules"

type Trace = LotTraceResponse["lot"]

/** What a pack's QR code tells, or `null` for a lot that never left its cooperative. */
export async function gatherTrace(
  container: MedusaContainer,
  gtin: string,
  code: string,
): Promise<Trace | null> {
  const lot = await modules.lots(container).traceLot(gtin, code)
  if (!lot || lot.status === "open") return null
  const divisions = modules.divisions(container)
  const [[product], [seller], proofs, neighbours, names] = await Promise.all([
    listPublishedProducts(container, [lot.product_id]),
    modules.sellers(container).listSellers({ id: lot.seller_id }),
    modules.trace(container).proofsOfLot(lot.id),
    divisions.counties(lot.county_code.slice(0, 4)),
    nameDivisions(container, [
      lot.county_code,
      lot.township_code,
      lot.village_code,
      ...lot.steps.map(({ place_code }) => place_code),
    ]),
  ])
  const county = neighbours.find((neighbour) => neighbour.code === lot.county_code)
  const sellerName = { zh: seller!.name_zh, en: seller!.name_en }
  const place = (placeCode: string | null) => (placeCode ? names.of(placeCode) : null)
  return {
    ...publicFacts(lot),
    ...goodsOf(lot, product),
    accent: accentOf(county),
    county: { ...names.of(lot.county_code), code: lot.county_code, ...seatOf(county) },
    township: place(lot.township_code),
    village: isSmall(lot) ? null : place(lot.village_code),
    seller: sellerName,
    steps: publicSteps(lot).map((step) => stepOf(step, sellerName, place(step.place_code))),
    checks: checksOf(lot),
    verification: proofs.event_count === 0 ? null : verificationOf(proofs),
    neighbours: neighbours
      .filter((neighbour) => neighbour.code !== lot.county_code)
      .map((neighbour) => ({ ...seatOf(neighbour), name: countyName(neighbour) })),
  }
}

function publicFacts(lot: LotTrace) {
  const { gtin, code, product_id, net_g, unattributed_g, certificate } = lot
  const { household_count, enrolled_household_count } = lot
  // An open lot was answered with `null` before.
  const status = lot.status as Trace["status"]
  const counts = { household_count, enrolled_household_count }
  return { gtin, code, status, product_id, net_g, unattributed_g, certificate, ...counts }
}

function goodsOf({ variant_id, product_kind }: LotTrace, product: PublishedProduct | undefined) {
  const variant = product?.variants.find(({ id }) => id === variant_id)
  return {
    product_title: product?.title ?? { zh: product_kind, en: product_kind },
    variant_title: variant?.title ?? "",
  }
}

function seatOf(county: CountyRecord | undefined): { lng: number; lat: number } {
  return { lng: county?.lng ?? 0, lat: county?.lat ?? 0 }
}

function accentOf(county: CountyRecord | undefined): string {
  return county?.industry?.accent ?? "apple"
}

function countyName({ name_zh, name_en }: CountyRecord): Bilingual {
  return { zh: name_zh, en: name_en ?? name_zh }
}

function isSmall({ household_count }: LotTrace): boolean {
  return household_count < PUBLIC_MINIMUM
}

/**
 * The lot's steps as the public may see them: its deliveries as one, because a village's few
 * deliveries of one day are a household's harvest. A small lot tells no village and no date before
 * it was sealed.
 */
function publicSteps(lot: LotTrace): TraceStepFact[] {
  const deliveries = lot.steps.filter(({ kind }) => kind === "delivery")
  const others = lot.steps.filter(({ kind }) => kind !== "delivery")
  const last = deliveries.at(-1)
  if (!last) return others
  const ways = new Set(deliveries.map(({ confirmed_via }) => confirmed_via))
  const sealedAt = others.find(({ kind }) => kind === "seal")?.at
  return [
    {
      kind: "delivery",
      at: isSmall(lot) ? (sealedAt ?? last.at) : last.at,
      place_code: (isSmall(lot) ? null : lot.village_code) ?? lot.township_code ?? lot.county_code,
      household_count: lot.household_count,
      grams: deliveries.reduce((sum, { grams }) => sum + (grams ?? 0), 0),
      ...(lot.purchase_fen_per_kg === null ? {} : { price_fen_per_kg: lot.purchase_fen_per_kg }),
      recorded_by: last.recorded_by,
      confirmed_via: ways.size === 1 ? last.confirmed_via : null,
    },
    ...others,
  ]
}

const confirmedBy: Record<string, Bilingual> = {
  household_code: { zh: "农户逐户确认", en: "Each household, by its own code" },
  station: { zh: "服务站代农户确认", en: "The station, on each household's behalf" },
}
const eitherWay: Bilingual = {
  zh: "农户逐笔确认，本人或由服务站代为",
  en: "Each household, itself or through the station",
}
const systemCheck: Bilingual = { zh: "系统核对", en: "Checked by the system" }

function stepOf(
  { place_code: _code, recorded_by, confirmed_via, ...step }: TraceStepFact,
  seller: Bilingual,
  place: Bilingual | null,
): Trace["steps"][number] {
  return {
    ...step,
    place,
    recorded_by: recorded_by ? { zh: recorded_by, en: recorded_by } : seller,
    confirmed_by:
      (confirmed_via && confirmedBy[confirmed_via]) ??
      (step.kind === "delivery" ? eitherWay : systemCheck),
  }
}

const kilograms = (grams: number) => `${(grams / 1000).toLocaleString("en-US")} kg`

const details: Record<TraceCheck["kind"], (actual: number, allowed: number) => Bilingual> = {
  mass_balance: (actual, allowed) => ({
    zh: `各户交售与来料合计 ${kilograms(allowed)}，本批净重 ${kilograms(actual)}`,
    en: `Deliveries and inputs weigh ${kilograms(allowed)}; the lot weighs ${kilograms(actual)}`,
  }),
  two_parties: (actual, allowed) => ({
    zh: `${allowed} 笔交售里有 ${actual} 笔双方都确认过`,
    en: `Both parties confirmed ${actual} of ${allowed} deliveries`,
  }),
  packed_within_lot: (actual, allowed) => ({
    zh: `装箱合计 ${kilograms(actual)}，不超过本批的 ${kilograms(allowed)}`,
    en: `Packs weigh ${kilograms(actual)}, no more than the lot's ${kilograms(allowed)}`,
  }),
  certificate: (actual) => ({
    zh: actual > 0 ? "承诺达标合格证已附" : "没有承诺达标合格证",
    en: actual > 0 ? "A conformity certificate is attached" : "There is no conformity certificate",
  }),
}

function checksOf({ checks }: LotTrace): TraceCheck[] {
  return checks.map(({ kind, holds, actual, allowed }) => ({
    kind,
    holds,
    detail: details[kind](actual, allowed),
  }))
}
