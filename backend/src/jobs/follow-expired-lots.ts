import type { MedusaContainer } from "@medusajs/framework/types"
import { shanghaiDay } from "@shangxing/attribution/domain/period"

import { modules } from "../gather/modules"
import { followLots } from "../workflows/follow-lots"

const dayMs = 86_400_000

/**
 * Takes what expired off the shelves. An expired lot stops selling by itself, but no event tells
 * so: every night the stock of the variants of lots that expired in the last days follows.
 */
export default async function followExpiredLots(container: MedusaContainer): Promise<void> {
  const service = modules.lots(container)
  const now = Date.now()
  const [from, to] = [shanghaiDay(new Date(now - 3 * dayMs)), shanghaiDay(new Date(now))]
  const lots = await service.listLots({
    status: "listed",
    expires_on: { $gte: from, $lte: to },
  })
  if (lots.length === 0) return
  const packs = await service.listLotPacks({ lot_id: lots.map(({ id }) => id) })
  await followLots(container, [...new Set(packs.map(({ variant_id }) => variant_id))])
}

/** Five past midnight in Shanghai, which is 16:05 UTC. */
export const config = { name: "follow-expired-lots", schedule: "5 16 * * *" }
