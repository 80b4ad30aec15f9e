import { completeCartWorkflow } from "@medusajs/medusa/core-flows"
import { validateCartSellersWorkflow } from "@shangxing/marketplace/workflows"

import { placeConsignmentsWorkflow } from "../place-consignments"

type ValidatedCart = { id: string; completed_at?: string | Date | null }

completeCartWorkflow.hooks.validate(async ({ cart }, { container }) => {
  const { id, completed_at } = cart as ValidatedCart
  // A repeated call for a cart that is an order already answers with that order: its own
  // reservations must not make it look sold out.
  if (completed_at) return
  await validateCartSellersWorkflow(container).run({ input: { cart_id: id } })
})

completeCartWorkflow.hooks.orderCreated(async ({ order_id }, { container }) => {
  await placeConsignmentsWorkflow(container).run({ input: { order_id } })
})
