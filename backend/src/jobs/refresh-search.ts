import type { MedusaContainer } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"

const lookBackMs = 10 * 60_000

/**
 * The search index's sweeper: writes again what changed in the last minutes. Events keep the index
 * prompt, but one may be lost in a crash, or two of one product be worked off in the wrong order. In place, so that searching goes on meanwhile.
 */
export default async function refreshSearch(container: MedusaContainer): Promise<void> {
  const since = new Date(Date.now() - lookBackMs)
  await container.resolve(Modules.SEARCH).reindex({ index: "product", since })
}

export const config = { name: "refresh-search", schedule: "*/5 * * * *" }
