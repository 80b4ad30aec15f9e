import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { MedusaError } from "@medusajs/framework/utils"
import { shanghaiDay } from "@shangxing/attribution/domain/period"
import { stationWorkerOf } from "@shangxing/attribution/lib/station-worker"

import { localize } from "../../../../../gather/localize"
import { assertConsent, keptConsent } from "../../../../../gather/stations/consent"
import { ownDelivery, workerName } from "../../../../../gather/stations/own-station"
import { confirmDeliveryAtStationWorkflow } from "../../../../../workflows/stations/confirm-at-station"
import { inTheirWords } from "../../../../seller/in-their-words"
import type { ConsentBody } from "../../../bodies"

/**
 * `POST /station/deliveries/:id/confirm`: a household's yes to a delivery, given at the station by its
 * code, by word of mouth or by thumbprint. Once: afterwards `delivery_confirmed_already`.
 */
export async function POST(
  req: AuthenticatedMedusaRequest<ConsentBody>,
  res: MedusaResponse<{ delivery_id: string }>,
): Promise<void> {
  const worker = await stationWorkerOf(req)
  const delivery = await ownDelivery(req, worker)
  if (delivery.confirmed_at !== null) throw confirmedAlready(req)
  const consent = req.validatedBody
  const { how, code = "", note = "" } = consent
  // A code is tried by the confirmation itself, where a wrong one is counted.
  if (how !== "code") await inTheirWords(req, assertConsent(req, delivery.household_id, consent))
  const by =
    how === "code"
      ? { via: "household_code" as const, code }
      : { via: "station" as const, worker: workerName(worker), consent: `${SAID[how]}：${note}` }
  await inTheirWords(
    req,
    confirmDeliveryAtStationWorkflow(req.scope).run({
      input: {
        seller_id: delivery.seller_id,
        delivery_id: delivery.id,
        by,
        confirmation: {
          household_id: delivery.household_id,
          village_code: delivery.village_code,
          station_id: worker.station.id,
          worker_id: worker.worker.id,
          subject_kind: "delivery",
          subject_id: delivery.id,
          goods: delivery.product_kind,
          confirmed_on: shanghaiDay(new Date()),
          ...keptConsent(consent),
        },
      },
    }),
  )
  res.json({ delivery_id: delivery.id })
}

/** In Chinese, as the household's paper says it. */
const SAID = { spoken: "口头同意", thumbprint: "按手印" } as const

function confirmedAlready(req: AuthenticatedMedusaRequest<unknown>): MedusaError {
  return new MedusaError(
    MedusaError.Types.NOT_ALLOWED,
    localize(req, {
      zh: "这笔交售已经确认过，不会再记一次。",
      en: "This delivery was confirmed already and is not recorded again.",
    }),
    "delivery_confirmed_already",
  )
}
