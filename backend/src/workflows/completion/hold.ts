import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import type { Hold } from "@shangxing/marketplace/modules/checkout/types"
import { messageOf } from "@shangxing/stripe/lib/message-of"

import { env } from "../../env"
import { modules } from "../../gather/modules"

export const leaseSeconds = env.COMPLETION_LEASE_SECONDS

/** Does the work while a heartbeat prolongs the lease: it runs out only when the process dies. */
export async function holding<T>(
  container: MedusaContainer,
  { id, attempt }: Hold,
  work: () => Promise<T>,
): Promise<T> {
  const logger = container.resolve(ContainerRegistrationKeys.LOGGER)
  const beat = setInterval(
    () => {
      modules
        .checkout(container)
        .renew({ id, attempt }, leaseSeconds)
        .catch((error: unknown) => {
          logger.warn(`The lease of claim ${id} was not prolonged: ${messageOf(error)}`)
        })
    },
    (leaseSeconds * 1000) / 3,
  )
  try {
    return await work()
  } finally {
    clearInterval(beat)
  }
}
