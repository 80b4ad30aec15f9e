import { asValue } from "@medusajs/framework/awilix"
import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, createMedusaContainer } from "@medusajs/framework/utils"

/** A container with just these registrations and a silent logger. */
export function containerWith(registrations: Record<string, unknown>): MedusaContainer {
  const container = createMedusaContainer()
  const silent = { error() {}, warn() {}, info() {} }
  const all = { [ContainerRegistrationKeys.LOGGER]: silent, ...registrations }
  for (const [name, value] of Object.entries(all)) {
    container.register(name, asValue(value))
  }
  return container
}
