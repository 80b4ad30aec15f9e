import type { MedusaContainer } from "@medusajs/framework/types"
import type { DeliveryRowBody, DeliveryVerdict } from "@shangxing/provenance/types/http"

import { modules } from "../../src/gather/modules"
import type { Desk } from "./staff"

/** The household's code that `byCode` says, chosen before a witness. */
export async function chooseCode(container: MedusaContainer, household_id: string): Promise<void> {
  await modules.lots(container).setHouseholdCode({
    household_id,
    code: "4092",
    set_by: "李秀英",
    witness: "阿说站长",
  })
}

let serial = 0
const now = () => new Date().toISOString()

/** What a clerk records at the weighbridge: a row of first-grade apples, and what can be different in it. */
export function weighbridge(clerk: () => Desk) {
  const row = (change: Partial<DeliveryRowBody> = {}): DeliveryRowBody => ({
    client_id: `device-${++serial}-${Date.now()}`,
    household_id: "hh_yy1",
    product_kind: "apple",
    grade: "一级",
    net_g: 494_500,
    deduction_g: 18_000,
    price_fen_per_kg: 460,
    deductions: [{ label: "预支果袋款", amount_fen: 12_000 }],
    weighed_at: now(),
    ...change,
  })
  const sync = async (rows: object[], sent_at = now()): Promise<DeliveryVerdict[]> =>
    (await clerk().post("/seller/deliveries/sync", { sent_at, rows })).verdicts

  return {
    row,
    sync,
    byCode: (code = "4092") => ({ via: "household_code" as const, code }),
    byStation: (change = {}) => ({
      via: "station" as const,
      worker: "阿说站长",
      consent: "户主在电话里说同意",
      ...change,
    }),
    /** Records one row; answers the delivery's id. */
    weigh: async (change: Partial<DeliveryRowBody> = {}): Promise<string> =>
      (await sync([row(change)]))[0]!.delivery_id!,
    read: async (id: string) => (await clerk().get(`/seller/deliveries/${id}`)).delivery,
  }
}
