import { model } from "@medusajs/framework/utils"

/**
 * Who is turning a cart into an order, and how far that has come. One row per cart, ever: taking it
 * is one compare-and-set statement, so of all callers one works and the others wait or step in when
 * the lease of a dead one has run out. `attempt` counts the takings: a holder that lost its lease
 * can write nothing any more.
 */
export const CheckoutClaim = model
  .define("checkout_claim", {
    id: model.id({ prefix: "chk" }).primaryKey(),
    cart_id: model.text().unique(),
    state: model
      .enum(["claimed", "ordered", "captured", "booked", "undone", "failed"])
      .default("claimed"),
    order_id: model.text().nullable(),
    /** The payment that went back because no order came of it. */
    payment_id: model.text().nullable(),
    /** What the cart's payment session asked for when the cart was claimed. */
    amount_fen: model.number(),
    attempt: model.number().default(1),
    /** Tries of the sweeper since a buyer's call last took the claim. */
    recoveries: model.number().default(0),
    lease_until: model.dateTime(),
    /** `{ type, code, message }` of what the last attempt was refused with. */
    last_error: model.json().nullable(),
    /** What the sweeper did last, and why. */
    last_action: model.text().nullable(),
  })
  .indexes([{ on: ["state", "lease_until"] }])
