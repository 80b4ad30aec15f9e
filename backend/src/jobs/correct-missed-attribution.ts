import type { MedusaContainer } from "@medusajs/framework/types"

import { lookBackFrom, movesToCorrect } from "../gather/attribution-behind"
import { correctMovedLines, correctStatusesSince } from "../workflows/correct-attribution"

/**
 * The sweeper for corrections: moves and statuses of the last month that an event has missed, and
 * goods sold since from a lot sealed under a status that was corrected.
 */
export default async function correctMissedAttribution(container: MedusaContainer): Promise<void> {
  await correctMovedLines(container, await movesToCorrect(container))
  await correctStatusesSince(container, lookBackFrom(new Date()))
}

export const config = { name: "correct-missed-attribution", schedule: "*/15 * * * *" }
