import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { purchaseRefusal } from "@shangxing/attribution/domain/assisted-purchase"
import { shanghaiDay } from "@shangxing/attribution/domain/period"
import { stationRefused } from "@shangxing/attribution/lib/station-refusals"
import { stationWorkerOf } from "@shangxing/attribution/lib/station-worker"
import type {
  StationPurchaseResponse,
  StationPurchasesResponse,
} from "@shangxing/attribution/types/stations"
import { recordAssistedPurchaseWorkflow } from "@shangxing/attribution/workflows"

import { modules } from "../../../gather/modules"
import { assertConsent, keptConsent } from "../../../gather/stations/consent"
import { ownHousehold } from "../../../gather/stations/own-station"
import { namePurchases } from "../../../gather/stations/today"
import { inTheirWords } from "../../seller/in-their-words"
import type { PurchaseBody } from "../bodies"

const PURCHASES_SHOWN = 100

/** `GET /station/purchases`: what the station helped to buy, newest first, with what was saved. */
export async function GET(
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse<StationPurchasesResponse>,
): Promise<void> {
  const worker = await stationWorkerOf(req)
  const purchases = await modules
    .stations(req.scope)
    .purchasesOf({ station_id: worker.station.id, limit: PURCHASES_SHOWN })
  res.json({ purchases: await namePurchases(req, worker, purchases) })
}

/**
 * `POST /station/purchases`: a purchase that the station helped a household of its villages to make,
 * with the household's yes. Fen are whole. A form sent twice records once.
 */
export async function POST(
  req: AuthenticatedMedusaRequest<PurchaseBody>,
  res: MedusaResponse<StationPurchaseResponse>,
): Promise<void> {
  const worker = await stationWorkerOf(req)
  const { how, code, note, household_id, ...rest } = req.validatedBody
  const household = await ownHousehold(req, worker, household_id)
  const bought = {
    ...rest,
    local_price_fen: rest.local_price_fen ?? null,
    price_document: rest.price_document?.trim() || null,
  }
  await inTheirWords(req, assertSound(bought))
  await inTheirWords(req, assertConsent(req, household.id, { how, code, note }))
  const { result } = await inTheirWords(
    req,
    recordAssistedPurchaseWorkflow(req.scope).run({
      input: {
        ...bought,
        household_id: household.id,
        village_code: household.village_code,
        station_id: worker.station.id,
        worker_id: worker.worker.id,
        ...keptConsent({ how, note }),
      },
    }),
  )
  const recorded = await modules.stations(req.scope).purchasesOf({ ids: [result.id] })
  const [purchase] = await namePurchases(req, worker, recorded)
  // It was written or known a moment ago.
  res.json({ purchase: purchase! })
}

/** A wrong amount is said before a code is tried: each try counts. */
async function assertSound(
  bought: Pick<PurchaseBody, "bought_on" | "quantity" | "paid_fen"> & {
    local_price_fen: number | null
    price_document: string | null
  },
): Promise<void> {
  const refusal = purchaseRefusal(
    {
      boughtOn: bought.bought_on,
      quantity: bought.quantity,
      paidFen: bought.paid_fen,
      localPriceFen: bought.local_price_fen,
      priceDocument: bought.price_document,
    },
    shanghaiDay(new Date()),
  )
  if (refusal) await Promise.reject(stationRefused(refusal))
}
