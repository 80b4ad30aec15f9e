/** What a seller achieves on the hosted onboarding page. */
import { bankAccountObject, capabilityObject, noRequirements } from "../objects/account.ts"
import type { Row } from "../state/tables.ts"
import { emit } from "./emit.ts"
import type { World } from "./world.ts"

type OnboardingOutcome = "bank_refuses" | "complete" | "incomplete"

export const isOnboardingOutcome = (value: unknown): value is OnboardingOutcome =>
  value === "bank_refuses" || value === "complete" || value === "incomplete"

const platformCurrency = "cny"

/**
 * Submits the seller's details. `complete` switches the requested capabilities on, with a bank
 * account for CNY; `bank_refuses` the same, but payouts will fail; `incomplete` leaves papers due.
 */
export function onboard(base: World, row: Row<"account">, outcome: OnboardingOutcome): void {
  const world = { ...base, account: row.object.id }
  const { object } = row
  object.details_submitted = true
  object.tos_acceptance = { date: world.clock.seconds(), ip: "127.0.0.1", user_agent: null }
  if (outcome === "incomplete") {
    const due = ["individual.verification.document"]
    object.requirements = {
      ...noRequirements(),
      currently_due: due,
      eventually_due: due,
      past_due: due,
    }
    object.requirements.disabled_reason = "requirements.past_due"
  } else {
    addBankAccount(world, row, outcome)
    object.requirements = noRequirements()
  }
  setCapabilities(world, row, outcome === "incomplete" ? "inactive" : "active")
  emit(world, "account.updated", object)
}

function addBankAccount(world: World, row: Row<"account">, outcome: OnboardingOutcome): void {
  row.note.bank = outcome === "bank_refuses" ? "account_closed" : "works"
  if (row.object.external_accounts?.data.length) return
  const bank = bankAccountObject(row.object, platformCurrency)
  row.object.external_accounts?.data.push(bank)
  emit(world, "account.external_account.created", bank)
}

function setCapabilities(world: World, row: Row<"account">, status: "active" | "inactive"): void {
  const { object } = row
  const capabilities = (object.capabilities ?? {}) as Record<string, string>
  const changed = Object.keys(capabilities).filter((name) => capabilities[name] !== status)
  for (const name of changed) capabilities[name] = status
  object.capabilities = capabilities
  object.charges_enabled = capabilities.card_payments === "active"
  object.payouts_enabled = status === "active"
  world.store.save(row)
  for (const name of changed) emit(world, "capability.updated", capabilityObject(object, name))
}
