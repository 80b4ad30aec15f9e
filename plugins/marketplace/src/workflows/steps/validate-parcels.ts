import { createStep } from "@medusajs/framework/workflows-sdk"

import { refuse } from "../../lib/localize"
import { type ParcelVariant, sellersOf } from "../../lib/parcels"
import type { SetParcelsWorkflowInput } from "../set-parcels"

type Input = { input: SetParcelsWorkflowInput; variants: unknown[]; options: unknown[] }
type Option = { id: string; shipping_profile_id: string }

/** Each choice must be for a seller in the cart, once, and one of that seller's own options. */
export const validateParcelsStep = createStep(
  "validate-parcels",
  async ({ input, ...read }: Input) => {
    // As asked for by `setParcelsWorkflow`; Query's types know no link of ours.
    const sellers = sellersOf(read.variants as ParcelVariant[])
    const options = read.options as Option[]
    const isValid = input.parcels.every(({ seller_id, shipping_option_id }) => {
      const seller = sellers.find(({ id }) => id === seller_id)
      const option = options.find(({ id }) => id === shipping_option_id)
      return !!seller && option?.shipping_profile_id === seller.shipping_profile_id
    })
    const isOnceEach = new Set(input.parcels.map((p) => p.seller_id)).size === input.parcels.length
    if (isValid && isOnceEach) return
    throw refuse("invalid_data", "parcel_option_invalid", {
      zh: "所选配送方式不属于购物车中的经营主体，请刷新后重选。",
      en: "A chosen delivery method does not belong to a seller in this cart. Choose again.",
    })
  },
)
