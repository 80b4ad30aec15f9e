import { asValue } from "@medusajs/framework/awilix"
import type { MedusaContainer } from "@medusajs/framework/types"
import { createMedusaContainer } from "@medusajs/framework/utils"

/** A container with just these registrations: what a workflow's steps resolve, and nothing else. */
export function containerWith(registrations: Record<string, unknown>): MedusaContainer {
  const container = createMedusaContainer()
  for (const [name, value] of Object.entries(registrations)) {
    container.register(name, asValue(value))
  }
  return container
}
