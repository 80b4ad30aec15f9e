import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"

import { AGREEMENT_MODULE, type AgreementModuleService } from "../../modules/agreement"
import type { NewDelivery } from "../../modules/lot"

/** The deliveries with the floor that binds each: the agreement's in force, or a higher one given. */
export const gatherFloorsStep = createStep(
  "gather-floors",
  async (deliveries: NewDelivery[], { container }) => {
    const agreements = container.resolve<AgreementModuleService>(AGREEMENT_MODULE)
    return new StepResponse(await withFloors(agreements, deliveries))
  },
)

/** As the step does it, for other steps. */
export async function withFloors(
  agreements: AgreementModuleService,
  deliveries: NewDelivery[],
): Promise<NewDelivery[]> {
  const floors = await agreements.floorsFor(
    deliveries.map(({ seller_id, household_id, product_kind, grade, delivered_on }) => ({
      seller_id,
      household_id,
      product_kind,
      grade,
      on: delivered_on,
    })),
  )
  return deliveries.map((delivery, i) => {
    const floor = floors[i]
    if (!floor || floor.fen_per_kg < (delivery.floor_fen_per_kg ?? 0)) return delivery
    return {
      ...delivery,
      floor_fen_per_kg: floor.fen_per_kg,
      agreement_version_id: floor.version_id,
    }
  })
}
