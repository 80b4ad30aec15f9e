import type { SellerLotSheet } from "@shangxing/provenance/types/http"

import { refusalOf } from "./buyer"
import { expiresOn } from "./grower"
import type { Desk } from "./staff"

/** The day in Shanghai on which the tests run. */
const today = new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10)

export const CERTIFICATE = { number: "DEMO-9", issued_on: today, tests: "农残速测未检出" }

type Stage = { clerk: Desk; lotId: string }

/** What a clerk does with lots; a lot that is made blends 10 kg of `lotId` with 2 kg of nobody's. */
export function lotDesk(stage: () => Stage) {
  return {
    act: async (id: string, verb: string, body: object = {}): Promise<SellerLotSheet> =>
      (await stage().clerk.post(`/seller/lots/${id}/${verb}`, body)).lot,
    make: async (change: object = {}): Promise<SellerLotSheet> => {
      const { clerk, lotId } = stage()
      const blend = {
        code: "BLEND-1",
        product_kind: "apple",
        grade: "混",
        expires_on: expiresOn,
        delivery_ids: [],
        input_lots: [{ lot_id: lotId, net_g: 10_000 }],
        unattributed_g: 2_000,
        ...change,
      }
      return (await clerk.post("/seller/lots", blend)).lot
    },
    /** The code of a refusal. */
    codeOf: async (call: Promise<unknown>) => (await refusalOf(call)).data.code as string,
  }
}
