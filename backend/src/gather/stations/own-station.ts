import type { AuthenticatedMedusaRequest } from "@medusajs/framework/http"
import { shanghaiDay } from "@shangxing/attribution/domain/period"
import type { StationWorkerIdentity } from "@shangxing/attribution/lib/station-worker"
import type { StandingReceipt } from "@shangxing/attribution/modules/receipt/types"
import type { DeliverySheet } from "@shangxing/provenance/modules/lot/types"
import type { MaskedHousehold } from "@shangxing/provenance/modules/registry/types"

import { modules } from "../modules"
import { notFound } from "../not-found"

/**
 * What a station worker may touch: affairs of households in the villages that the station serves
 * today. Everything else does not exist here, alike for others' and for none.
 */

type Request = AuthenticatedMedusaRequest<unknown>

/** Households of the villages served, masked. */
export async function ownHouseholds(
  req: Request,
  { village_codes }: StationWorkerIdentity,
  ids?: string[],
): Promise<MaskedHousehold[]> {
  const registry = modules.registry(req.scope)
  const on = shanghaiDay(new Date())
  const pages = await Promise.all(
    village_codes.map((division) =>
      registry.householdsWithin({
        division,
        on,
        limit: HOUSEHOLDS_OF_A_VILLAGE,
        ...(ids && { ids }),
      }),
    ),
  )
  return pages.flatMap(({ households }) => households)
}

const HOUSEHOLDS_OF_A_VILLAGE = 2_000

/** @throws MedusaError NOT_FOUND `household_unknown` */
export async function ownHousehold(
  req: Request,
  worker: StationWorkerIdentity,
  id: string,
): Promise<MaskedHousehold> {
  const [household] = await ownHouseholds(req, worker, [id])
  if (household) return household
  throw notFound(req, "household_unknown", {
    zh: "您站服务的村里没有这一户。请从名单里选。",
    en: "There is no such household in the villages your station serves. Choose from the list.",
  })
}

/** @throws MedusaError NOT_FOUND `delivery_unknown` */
export async function ownDelivery(
  req: Request,
  { village_codes }: StationWorkerIdentity,
): Promise<DeliverySheet> {
  const ids = [String(req.params.id)]
  const [delivery] = await modules.lots(req.scope).deliveriesInVillages({ village_codes, ids }, 1)
  if (delivery) return delivery
  throw notFound(req, "delivery_unknown", {
    zh: "您站服务的村里没有这笔交售。请回到今天的单子里找。",
    en: "There is no such delivery from the villages your station serves. Go back to today's list.",
  })
}

/** @throws MedusaError NOT_FOUND `receipt_unknown` */
export async function ownReceipt(
  req: Request,
  { village_codes }: StationWorkerIdentity,
): Promise<StandingReceipt> {
  const ids = [String(req.params.id)]
  const { receipts } = await modules.receipts(req.scope).standing({ ids, limit: 1 })
  const [receipt] = receipts
  if (receipt && village_codes.includes(receipt.village_code)) return receipt
  throw notFound(req, "receipt_unknown", {
    zh: "您站服务的村里没有这笔款。请回到今天的单子里找。",
    en: "There is no such payment to the villages your station serves. Go back to today's list.",
  })
}

/** Who confirms, as it stands on the delivery or receipt: the person and the station. */
export function workerName({ worker, station }: StationWorkerIdentity): string {
  return `${worker.name} · ${station.name_zh}`
}
