import type { ExecArgs } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"

import { modules } from "./gather/modules"

const householdsPerBatch = 1_000

/**
 * Seals every household's personal fields with REGISTRY_KEY that REGISTRY_KEY_PREVIOUS still seals:
 * `medusa exec ./src/rotate-registry-key.js`. Batch by batch, so it may be killed and run again.
 */
export default async function rotateRegistryKey({ container }: ExecArgs): Promise<void> {
  const logger = container.resolve(ContainerRegistrationKeys.LOGGER)
  const registry = modules.registry(container)
  const total = await registry.countUnrotated()
  logger.info(`${total} households are to be sealed with the new key.`)
  for (let done = 0; ;) {
    const sealed = await registry.resealIdentities(householdsPerBatch)
    if (sealed === 0) break
    done += sealed
    logger.info(`${done} of ${total} households sealed.`)
  }
  logger.info("All households are sealed with the new key: REGISTRY_KEY_PREVIOUS can go.")
}
