import { MedusaError } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"

import { contentDigest, type DeliveryQueue, type QueuedDelivery } from "../../lib/delivery-queue"
import { refusalWords, type Refusal } from "../../lib/refusals"
import { LOT_MODULE, type LotModuleService } from "../../modules/lot"
import type { QueueVerdict } from "./judge-delivery-queue"

type Input = { queue: DeliveryQueue; verdicts: QueueVerdict[] }

/**
 * Confirms the recorded rows whose household said yes, one by one: a wrong code leaves its row
 * recorded and unconfirmed. Compensation takes back the confirmations made here.
 */
export const settleDeliveryQueueStep = createStep(
  "settle-delivery-queue",
  async ({ queue, verdicts }: Input, { container }) => {
    const lots = container.resolve<LotModuleService>(LOT_MODULE)
    const settled: QueueVerdict[] = []
    const confirmed: string[] = []
    const stored = await storedRows(lots, queue)
    for (const [i, verdict] of verdicts.entries()) {
      const row = queue.rows[i] as QueuedDelivery
      const one = await settle(lots, queue, row, verdict, stored)
      if (one.isNew && one.verdict.delivery_id) confirmed.push(one.verdict.delivery_id)
      settled.push(one.verdict)
    }
    return new StepResponse({ verdicts: settled, confirmed_ids: confirmed }, confirmed)
  },
  async (confirmed, { container }) => {
    if (!confirmed?.length) return
    await container.resolve<LotModuleService>(LOT_MODULE).unconfirmDeliveries(confirmed)
  },
)

type Stored = Map<string, { digest: string | null; isConfirmed: boolean; isVoided: boolean }>

async function storedRows(lots: LotModuleService, queue: DeliveryQueue): Promise<Stored> {
  const known = await lots.knownDeliveries(
    queue.seller_id,
    queue.rows.map(({ client_id }) => client_id),
  )
  const rows = await lots.deliveriesOf(known.map(({ id }) => id))
  return new Map(
    rows.map((row) => [
      row.id,
      {
        digest: known.find(({ id }) => id === row.id)?.content_digest ?? null,
        isConfirmed: row.is_confirmed,
        isVoided: row.is_voided,
      },
    ]),
  )
}

async function settle(
  lots: LotModuleService,
  queue: DeliveryQueue,
  row: QueuedDelivery,
  verdict: QueueVerdict,
  stored: Stored,
): Promise<{ verdict: QueueVerdict; isNew: boolean }> {
  if (verdict.state === "refused" || verdict.delivery_id === null) return { verdict, isNew: false }
  const delivery = stored.get(verdict.delivery_id)
  // Another device's row of the same id came in between, and said something else.
  if (delivery?.digest !== contentDigest(row)) {
    const refused = { ...verdict, state: "refused" as const, delivery_id: null }
    return { verdict: withCode(refused, "delivery_client_id_reused", row.client_id), isNew: false }
  }
  if (delivery.isConfirmed) return { verdict: { ...verdict, is_confirmed: true }, isNew: false }
  if (!row.confirmation || delivery.isVoided) return { verdict, isNew: false }
  const refusal = await confirm(lots, queue, row, verdict.delivery_id)
  if (refusal !== null) return { verdict: withCode(verdict, ...refusal), isNew: false }
  delivery.isConfirmed = true
  return { verdict: { ...verdict, is_confirmed: true }, isNew: true }
}

async function confirm(
  lots: LotModuleService,
  queue: DeliveryQueue,
  row: QueuedDelivery,
  deliveryId: string,
): Promise<[Refusal, string] | null> {
  const by = row.confirmation!
  if (by.via === "household_code") {
    const tried = await lots.tryHouseholdCode({ household_id: row.household_id, code: by.code })
    if (tried !== null) return [tried, row.household_id]
  }
  try {
    await lots.confirmDelivery({ seller_id: queue.seller_id, delivery_id: deliveryId, by })
    return null
  } catch (error) {
    const { code } = error as { code?: Refusal }
    if (error instanceof MedusaError && code && isStationRefusal(code)) return [code, row.client_id]
    throw error
  }
}

function isStationRefusal(code: string): boolean {
  return code.startsWith("station_")
}

function withCode(verdict: QueueVerdict, code: Refusal, what: string): QueueVerdict {
  return { ...verdict, code, message: refusalWords(code, what) }
}
