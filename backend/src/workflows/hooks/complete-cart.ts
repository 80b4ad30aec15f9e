import type { MedusaContainer } from "@medusajs/framework/types"
import { completeCartWorkflow } from "@medusajs/medusa/core-flows"
import { validateCartSellersWorkflow } from "@shangxing/marketplace/workflows"

import { assertPaymentFits, type PayableCart } from "../completion/assert-payment-fits"
import { placeConsignmentsWorkflow } from "../place-consignments"

type ValidatedCart = PayableCart & { completed_at?: string | Date | null }

completeCartWorkflow.hooks.validate(async ({ cart }, { container }) => {
  const { id, completed_at, ...rest } = cart as ValidatedCart
  // A repeated call for a cart that is an order already answers with that order: its own
  // reservations must not make it look sold out.
  if (completed_at) return
  await validateCartSellersWorkflow(container).run({ input: { cart_id: id } })
  await assertPaymentFits(container, { id, ...rest })
})

type OrderCreatedHook = (
  handler: (input: { order_id: string }, context: { container: MedusaContainer }) => Promise<void>,
) => void

// The hook exists at run time (it lies within a condition of the workflow, which the types leave
// out); `one-sale.spec.ts` fails when an update of Medusa takes it away.
const { orderCreated } = completeCartWorkflow.hooks as unknown as { orderCreated: OrderCreatedHook }

orderCreated(async ({ order_id }, { container }) => {
  await placeConsignmentsWorkflow(container).run({ input: { order_id } })
})
