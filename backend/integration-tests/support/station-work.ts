import type { MedusaContainer } from "@medusajs/framework/types"
import { shanghaiDay } from "@shangxing/attribution/domain/period"
import { recordReceiptsWorkflow } from "@shangxing/attribution/workflows"
import { recordDeliveriesWorkflow } from "@shangxing/provenance/workflows"

import type { Scene } from "./scene"
import type { Desk } from "./staff"

/** The day in Shanghai on which the tests run. */
export const today = shanghaiDay(new Date())

/** What a household said in person. */
export const spoken = { how: "spoken", note: "户主在站里说同意" }

type Stage = { container: MedusaContainer; scene: Scene; clerk: Desk; worker: Desk }

let serial = 0

/** What waits at a station for the households that it serves, and what it does for them. */
export function stationWork(stage: () => Stage) {
  const owe = async (state: "due" | "paid" = "paid"): Promise<string> => {
    const { container, scene, clerk } = stage()
    const { result } = await recordReceiptsWorkflow(container).run({
      input: {
        receipts: [
          {
            household_id: "hh_yy1",
            village_code: "513423102201",
            seller_id: scene.apples.sellerId,
            channel: "rebate",
            amount_fen: 30_000,
            arose_on: "2026-10-01",
            due_on: "2026-10-15",
            cause_key: `test:${++serial}:${Date.now()}`,
            recorded_by: "mem",
          },
        ],
      },
    })
    const { id } = result[0]!
    if (state === "paid") {
      await clerk.post("/seller/receipts/pay", {
        receipt_ids: [id],
        paid_on: today,
        via: "bank",
        evidence: "回单 1",
      })
    }
    return id
  }

  return {
    /** A rebate of a household; its id. */
    owe,
    /** A household's delivery that nobody has confirmed; its id. */
    weigh: async (household_id = "hh_yy1"): Promise<string> => {
      const { container, scene } = stage()
      const { result } = await recordDeliveriesWorkflow(container).run({
        input: {
          deliveries: [
            {
              seller_id: scene.apples.sellerId,
              household_id,
              village_code: "513423102201",
              product_kind: "apple",
              grade: "一级",
              net_g: 50_000,
              price_fen_per_kg: 500,
              delivered_on: today,
              recorded_by: "李秀英",
            },
          ],
        },
      })
      return result.delivery_ids[0]!
    },
    /** A purchase as its form says it. */
    bought: (change: object = {}) => ({
      household_id: "hh_yy1",
      bought_on: today,
      goods: "复合肥",
      quantity: 2,
      unit: "袋",
      paid_fen: 23_800,
      local_price_fen: 13_500,
      price_document: "价签 12",
      form_id: `form-${++serial}-${Date.now()}`,
      ...spoken,
      ...change,
    }),
    /** Transactions that count for the station. */
    counted: async (): Promise<number> => (await stage().worker.get("/station/today")).recent_count,
  }
}
