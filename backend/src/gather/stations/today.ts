import type { AuthenticatedMedusaRequest } from "@medusajs/framework/http"
import { shanghaiDay } from "@shangxing/attribution/domain/period"
import { savingFen } from "@shangxing/attribution/domain/station-figures"
import type { StationWorkerIdentity } from "@shangxing/attribution/lib/station-worker"
import type { StandingReceipt } from "@shangxing/attribution/modules/receipt/types"
import type { PurchaseRecord } from "@shangxing/attribution/modules/station/types"
import type {
  StationPurchase,
  StationTodayResponse,
  WaitingDelivery,
  WaitingReceipt,
} from "@shangxing/attribution/types/stations"
import type { DeliverySheet } from "@shangxing/provenance/modules/lot/types"
import type { MaskedHousehold } from "@shangxing/provenance/modules/registry/types"

import { env } from "../../env"
import { modules } from "../modules"
import { nameDivisions } from "../names"
import { ownHouseholds } from "./own-station"

const MOST_WAITING = 200
const PURCHASES_SHOWN = 20

type Request = AuthenticatedMedusaRequest<unknown>
type Names = Awaited<ReturnType<typeof nameDivisions>>
type Known = {
  households: ReadonlyMap<string, MaskedHousehold>
  coded: ReadonlySet<string>
  sellers: ReadonlyMap<string, { zh: string; en: string }>
  places: Names
}

/** What waits at a station for a household's word, and what the station did lately. */
export async function gatherToday(
  req: Request,
  worker: StationWorkerIdentity,
): Promise<StationTodayResponse> {
  const day = shanghaiDay(new Date())
  const { village_codes, station } = worker
  const households = await ownHouseholds(req, worker)
  const ids = households.map(({ id }) => id)
  const receipts = modules.receipts(req.scope)
  const [deliveries, paid, disputed, purchases, own] = await Promise.all([
    modules
      .lots(req.scope)
      .deliveriesInVillages({ village_codes, state: "unconfirmed" }, MOST_WAITING),
    receipts.standing({ household_ids: ids, state: "paid", limit: MOST_WAITING }),
    receipts.standing({ household_ids: ids, state: "disputed", limit: MOST_WAITING }),
    modules.stations(req.scope).purchasesOf({ station_id: station.id, limit: PURCHASES_SHOWN }),
    modules
      .stations(req.scope)
      .stationsWithin({ division: station.division_code, from: day, to: day }),
  ])
  const waiting = [...paid.receipts, ...disputed.receipts.filter(({ paid_on }) => paid_on !== null)]
  const known = await know(req, households, [...deliveries, ...waiting])
  return {
    day,
    deliveries: deliveries.map((row) => deliveryOf(row, known)),
    receipts: waiting.map((row) => receiptOf(row, known)),
    recent_count: own.find(({ id }) => id === station.id)?.recent_count ?? 0,
    active_from: env.STATION_ACTIVE_FROM,
    purchases: purchases.map((row) => purchaseOf(row, known)),
  }
}

/** Purchases as a station's page shows them. */
export async function namePurchases(
  req: Request,
  worker: StationWorkerIdentity,
  purchases: readonly PurchaseRecord[],
): Promise<StationPurchase[]> {
  const ids = purchases.map(({ household_id }) => household_id)
  const households = await ownHouseholds(req, worker, [...new Set(ids)])
  const known = await know(req, households, [])
  return purchases.map((row) => purchaseOf(row, known))
}

async function know(
  req: Request,
  households: readonly MaskedHousehold[],
  rows: readonly { seller_id: string }[],
): Promise<Known> {
  const sellerIds = [...new Set(rows.map(({ seller_id }) => seller_id))]
  const [coded, sellers, places] = await Promise.all([
    modules.lots(req.scope).householdsWithCode(households.map(({ id }) => id)),
    modules.sellers(req.scope).listSellers({ id: sellerIds }, { take: sellerIds.length }),
    nameDivisions(
      req.scope,
      households.map(({ village_code }) => village_code),
    ),
  ])
  return {
    households: new Map(households.map((household) => [household.id, household])),
    coded: new Set(coded),
    sellers: new Map(sellers.map((row) => [row.id, { zh: row.name_zh, en: row.name_en }])),
    places,
  }
}

function waitingOf(
  row: { id: string; household_id: string; seller_id: string; village_code: string },
  { households, coded, sellers, places }: Known,
) {
  return {
    id: row.id,
    household_id: row.household_id,
    masked_name: households.get(row.household_id)?.masked_name ?? "**",
    village: places.division(row.village_code),
    has_code: coded.has(row.household_id),
    seller: sellers.get(row.seller_id) ?? { zh: row.seller_id, en: row.seller_id },
  }
}

function deliveryOf(row: DeliverySheet, known: Known): WaitingDelivery {
  return {
    ...waitingOf(row, known),
    is_disputed: row.dispute !== null && row.dispute !== "resolved",
    product_kind: row.product_kind,
    grade: row.grade,
    net_g: row.net_g,
    price_fen_per_kg: row.price_fen_per_kg,
    payable_fen: row.amount_fen - row.deducted_fen,
    delivered_on: row.delivered_on,
  }
}

function receiptOf(row: StandingReceipt, known: Known): WaitingReceipt {
  return {
    ...waitingOf(row, known),
    is_disputed: row.state === "disputed",
    channel: row.channel,
    amount_fen: row.amount_fen,
    paid_on: row.paid_on ?? row.arose_on,
    paid_via: row.paid_via,
  }
}

function purchaseOf(row: PurchaseRecord, { households, places }: Known): StationPurchase {
  return {
    id: row.id,
    household_id: row.household_id,
    masked_name: households.get(row.household_id)?.masked_name ?? "**",
    village: places.division(row.village_code),
    bought_on: row.bought_on,
    goods: row.goods,
    quantity: row.quantity,
    unit: row.unit,
    paid_fen: row.paid_fen,
    local_price_fen: row.local_price_fen,
    price_document: row.price_document,
    saving_fen: savingFen({
      quantity: row.quantity,
      paidFen: row.paid_fen,
      localPriceFen: row.local_price_fen,
      priceDocument: row.price_document,
    }),
    how: row.how,
    void_reason: row.void_reason,
  }
}
