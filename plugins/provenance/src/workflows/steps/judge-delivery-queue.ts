import type { MedusaContainer } from "@medusajs/framework/types"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"

import { deductionRefusal } from "../../domain/deductions"
import { clockRefusal } from "../../domain/device-clock"
import { deliveryAmountFen } from "../../domain/purchase-price"
import { deliveryRefusal } from "../../domain/record-delivery"
import { queueVerdicts } from "../../domain/sync-queue"
import {
  contentDigest,
  deliveryIdOf,
  deliveryOf,
  timesOf,
  type DeliveryQueue,
  type QueuedDelivery,
} from "../../lib/delivery-queue"
import { refusalWords, type Refusal } from "../../lib/refusals"
import { AGREEMENT_MODULE, type AgreementModuleService } from "../../modules/agreement"
import { LOT_MODULE, type LotModuleService, type NewDelivery } from "../../modules/lot"
import { REGISTRY_MODULE, type RegistryModuleService } from "../../modules/registry"
import { withFloors } from "./gather-floors"

export type QueueVerdict = {
  client_id: string
  state: "recorded" | "known" | "refused"
  /** `null` for a refused row. */
  delivery_id: string | null
  is_confirmed: boolean
  /** Why it is refused, or why it is recorded and not confirmed. */
  code: string | null
  message: { zh: string; en: string } | null
}

export type JudgedQueue = {
  deliveries: NewDelivery[]
  verdicts: QueueVerdict[]
}

/**
 * Judges each row of a queue by itself, whatever its place: what is new and sound is to be recorded,
 * the rest is known or refused with a reason.
 */
export const judgeDeliveryQueueStep = createStep(
  "judge-delivery-queue",
  async (queue: DeliveryQueue, { container }) => {
    const lots = container.resolve<LotModuleService>(LOT_MODULE)
    const clientIds = queue.rows.map(({ client_id }) => client_id)
    const known = await lots.knownDeliveries(queue.seller_id, clientIds)
    const standing = queueVerdicts(
      queue.rows.map((row) => ({ clientId: row.client_id, content: contentDigest(row) })),
      new Map(known.map(({ client_id, content_digest }) => [client_id, content_digest ?? ""])),
    )
    const villages = await villagesOfParties(container, queue.seller_id)
    const agreements = container.resolve<AgreementModuleService>(AGREEMENT_MODULE)
    const drafts = await withFloors(
      agreements,
      queue.rows.map((row) => deliveryOf(queue, row, villages.get(row.household_id) ?? "")),
    )
    const judged: JudgedQueue = { deliveries: [], verdicts: [] }
    queue.rows.forEach((row, i) => {
      const draft = drafts[i] as NewDelivery
      if (standing[i] === "known") {
        judged.verdicts.push({ ...verdict(queue, row), state: "known" })
        return
      }
      const refusal =
        standing[i] === "reused" ? "delivery_client_id_reused" : rowRefusal(queue, row, draft)
      if (refusal !== null) {
        judged.verdicts.push(refusedVerdict(row, refusal))
        return
      }
      judged.deliveries.push(draft)
      judged.verdicts.push({ ...verdict(queue, row), state: "recorded" })
    })
    return new StepResponse(judged)
  },
)

/** Where the households live from which this seller may take deliveries. */
async function villagesOfParties(
  container: MedusaContainer,
  sellerId: string,
): Promise<Map<string, string>> {
  const registry = container.resolve<RegistryModuleService>(REGISTRY_MODULE)
  const agreements = container.resolve<AgreementModuleService>(AGREEMENT_MODULE)
  const members = await registry.membersOf(sellerId)
  const parties = await agreements.partiesOf([sellerId])
  const ids = [...new Set([...members, ...parties].map(({ household_id }) => household_id))]
  const places = await registry.placesOf(ids)
  return new Map(places.map(({ id, village_code }) => [id, village_code]))
}

function rowRefusal(queue: DeliveryQueue, row: QueuedDelivery, draft: NewDelivery): Refusal | null {
  const isLate = clockRefusal(timesOf(queue, row))
  if (isLate !== null) return isLate
  if (draft.village_code === "") return "household_not_party"
  const refusal = deliveryRefusal({
    netGrams: draft.net_g,
    deductionGrams: draft.deduction_g ?? 0,
    priceFenPerKg: draft.price_fen_per_kg,
    floorFenPerKg: draft.floor_fen_per_kg ?? null,
    belowFloorReason: draft.below_floor_reason ?? null,
    deliveredOn: draft.delivered_on,
    villageCode: draft.village_code,
  })
  if (refusal !== null) return refusal
  const amount = deliveryAmountFen(BigInt(draft.net_g), BigInt(draft.price_fen_per_kg))
  const deductions = (draft.deductions ?? []).map(({ label, amount_fen }) => ({
    label,
    amountFen: amount_fen,
  }))
  return deductionRefusal(Number(amount), deductions)
}

function verdict(queue: DeliveryQueue, row: QueuedDelivery) {
  return {
    client_id: row.client_id,
    delivery_id: deliveryIdOf(queue.seller_id, row.client_id),
    is_confirmed: false,
    code: null,
    message: null,
  }
}

function refusedVerdict(row: QueuedDelivery, code: Refusal): QueueVerdict {
  const what = code === "household_not_party" ? row.household_id : row.client_id
  return {
    client_id: row.client_id,
    state: "refused",
    delivery_id: null,
    is_confirmed: false,
    code,
    message: refusalWords(code, what),
  }
}
