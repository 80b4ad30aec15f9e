import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"

import { LOT_MODULE, type LotModuleService, type MoveAllocationInput } from "../../modules/lot"

export type { MoveAllocationInput }

/** Moves an allocation. Compensation moves it back with one more record. */
export const moveAllocationStep = createStep(
  "move-allocation",
  async (input: MoveAllocationInput, { container }) => {
    const move = await container.resolve<LotModuleService>(LOT_MODULE).moveAllocation(input)
    return new StepResponse(move, move)
  },
  async (move, { container }) => {
    if (!move) return
    await container.resolve<LotModuleService>(LOT_MODULE).moveAllocationBack(move)
  },
)
