import type { MedusaContainer } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import type { SavedCard } from "@shangxing/marketplace/types/cards"

import { readRows } from "./read-rows"
import { STRIPE_PROVIDER } from "./stripe-session"

/** The cards that a customer keeps with the provider; none for who never kept one. */
export async function readSavedCards(
  container: MedusaContainer,
  customerId: string,
): Promise<SavedCard[]> {
  const [customer] = await readRows<StoredCustomer>(container, {
    entity: "customer",
    fields: ["account_holders.*"],
    filters: { id: customerId },
  })
  const holder = customer?.account_holders?.find((one) => one?.provider_id === STRIPE_PROVIDER)
  if (!holder) return []
  const methods = await container.resolve(Modules.PAYMENT).listPaymentMethods({
    provider_id: STRIPE_PROVIDER,
    context: { account_holder: { data: holder.data ?? {} } },
  })
  return methods.map(({ id, data }) => ({ ...nothingKnown, ...facts(data), id }))
}

type StoredHolder = { provider_id: string; data?: Record<string, unknown> | null }
type StoredCustomer = { account_holders?: (StoredHolder | null)[] | null }

const nothingKnown = { brand: null, last4: null, exp_month: null, exp_year: null }

/** As our provider presents a card; see `StripeCustomers.listPaymentMethods`. */
function facts(data: Record<string, unknown>): Omit<SavedCard, "id"> {
  const { brand, last4, exp_month, exp_year } = data as Omit<SavedCard, "id">
  return { brand, last4, exp_month, exp_year }
}
