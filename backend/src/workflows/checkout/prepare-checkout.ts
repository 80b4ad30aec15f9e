import type { MedusaContainer } from "@medusajs/framework/types"
import {
  CartWorkflowEvents,
  ContainerRegistrationKeys,
  generateEntityId,
  Modules,
} from "@medusajs/framework/utils"
import {
  createPaymentCollectionForCartWorkflow,
  createPaymentSessionsWorkflow,
  transferCartCustomerWorkflow,
  updateCartWorkflow,
} from "@medusajs/medusa/core-flows"
import { toFen } from "@shangxing/marketplace/lib/medusa-money"
import type {
  CheckoutAddress,
  PreparedCheckoutResponse as PreparedCheckout,
} from "@shangxing/marketplace/types/http"
import { setParcelsWorkflow } from "@shangxing/marketplace/workflows"

import { insertRows, inTransaction, type Sql } from "../../gather/sql"
import { plainPrice } from "../completion/fast/needs-stock"
import { totalsOf } from "../completion/fast/order-rows"
import { readWholeCart, type WholeCart, type WholeItem } from "../completion/fast/whole-cart"
import { readCartToClaim } from "../completion/cart-to-claim"
import { assertOpen, isPaidSession } from "./assert-open"
import { type Offers, readOffers } from "./offers"

export type CheckoutWish = {
  cartId: string
  /** Of a signed-in customer. */
  customerId: string | null
  email: string
  address: CheckoutAddress
  parcels: { seller_id: string; shipping_option_id: string }[]
  /** Null when the payment is opened later, by whoever knows how the buyer wants to pay. */
  providerId: string | null
}

/**
 * Makes a filled cart ready to be completed: address, each parcel's freight, payment session for the
 * exact total. A guest's plain cart is written in one transaction; any other one goes through
 * Medusa's own workflows, step by step. Run again it starts the payment anew.
 *
 * @throws MedusaError NOT_FOUND `cart_unknown`, NOT_ALLOWED `cart_completed`,
 * `payment_already_made`, INVALID_DATA `parcel_option_invalid`, and what Medusa's cart and payment
 * workflows refuse with.
 */
export async function prepareCheckout(
  container: MedusaContainer,
  wish: CheckoutWish,
): Promise<PreparedCheckout> {
  const locks = container.resolve(Modules.LOCKING)
  const plainly = () => preparePlainly(container, wish)
  const prepared = await locks.execute(wish.cartId, plainly, { timeout: lockTimeoutSeconds })
  return prepared ?? (await prepareWithMedusa(container, wish))
}

/** As Medusa's cart workflows, which take the same lock. */
const lockTimeoutSeconds = 2

type Method = { row: Record<string, unknown>; raw_amount: { value: string; precision: number } }

async function preparePlainly(container: MedusaContainer, wish: CheckoutWish) {
  const cart = await readWholeCart(container, wish.cartId)
  assertOpen(wish.cartId, standingOf(cart))
  if (!cart || wish.customerId || !isPlain(cart)) return undefined
  const offers = await readOffers(container, {
    cartId: wish.cartId,
    country: wish.address.country_code,
    email: wish.email,
    providerId: wish.providerId,
    optionIds: wish.parcels.map(({ shipping_option_id }) => shipping_option_id),
  })
  const methods = methodsOf(cart, wish, offers)
  if (!methods || !isUsual(offers, wish)) return undefined
  const shipped = { ...cart, shipping_methods: methods.map(({ row }) => row as never) }
  const total = totalsOf(shipped).total
  const amount = { value: String(toFen(total) / 100), precision: 20 }
  const collectionId = await write(container, cart, wish, offers, methods, amount)
  const { currency_code } = cart
  const session =
    collectionId && wish.providerId
      ? await container.resolve(Modules.PAYMENT).createPaymentSession(collectionId, {
          provider_id: wish.providerId,
          currency_code,
          amount,
          data: {},
          context: {},
        })
      : null
  const bus = container.resolve(Modules.EVENT_BUS)
  await bus.emit({ name: CartWorkflowEvents.UPDATED, data: { id: cart.id } })
  return answer(cart.id, toFen(total), session)
}

function standingOf(cart: WholeCart | undefined) {
  if (!cart) return null
  const isCompleted = cart.completed_at !== null || cart.order_id !== null
  return { isCompleted, isPaid: cart.sessions.some(isPaidSession) }
}

function isPlain(cart: WholeCart): boolean {
  const extras = cart.promotions + cart.adjustments + cart.tax_lines + cart.credit_lines
  const isNew = !cart.payment_collection_id && !cart.shipping_address
  const isGuests = !cart.customer_id && cart.shipping_methods.length === 0
  const isFilled = cart.items.length > 0 && cart.items.every((item) => isAtItsPrice(item, cart))
  return isNew && isGuests && extras === 0 && isFilled
}

/** Medusa prices a line anew when its cart gets an address; a line like this would stay as it is. */
function isAtItsPrice(item: WholeItem, { variants }: WholeCart): boolean {
  const variant = variants.find(({ id }) => id === item.variant_id)
  const price = plainPrice(variant?.prices ?? [])
  if (item.is_custom_price || !price) return false
  return toFen(price.raw_amount) === toFen(item.raw_unit_price)
}

function isUsual(offers: Offers, { providerId }: CheckoutWish): boolean {
  const isPayable = providerId === null || offers.is_provider_enabled
  const isExtra = offers.is_taxed || offers.has_automatic_promotions
  return isPayable && offers.is_country_served && !isExtra
}

/** One method for each seller's parcel; nothing when a choice is not as plain as that. */
function methodsOf(cart: WholeCart, wish: CheckoutWish, offers: Offers): Method[] | undefined {
  const sellers = cart.variants.map(({ product }) => product.seller)
  const sellerIds = new Set(sellers.map((seller) => seller?.id))
  const namedIds = new Set(wish.parcels.map(({ seller_id }) => seller_id))
  if (sellerIds.size !== wish.parcels.length || namedIds.size !== sellerIds.size) return undefined
  const methods = wish.parcels.map(({ seller_id, shipping_option_id }) => {
    const seller = sellers.find((each) => each?.id === seller_id)
    const offer = offers.options.find(({ id }) => id === shipping_option_id)
    const price = offer?.is_plain ? plainPrice(offer.prices) : null
    if (!seller || !offer || !price) return undefined
    if (offer.shipping_profile_id !== seller.shipping_profile_id) return undefined
    const row = {
      id: generateEntityId(undefined, "casm"),
      cart_id: cart.id,
      name: offer.name,
      amount: price.raw_amount.value,
      raw_amount: price.raw_amount,
      is_tax_inclusive: offers.is_tax_inclusive,
      shipping_option_id,
      data: {},
      ...now(),
    }
    return { row, raw_amount: price.raw_amount }
  })
  return methods.every((method) => method !== undefined) ? methods : undefined
}

const now = () => {
  const at = new Date().toISOString()
  return { created_at: at, updated_at: at }
}

async function write(
  container: MedusaContainer,
  cart: WholeCart,
  wish: CheckoutWish,
  { customer }: Offers,
  methods: Method[],
  amount: Method["raw_amount"],
): Promise<string | null> {
  const collectionId = wish.providerId && generateEntityId(undefined, "pay_col")
  await inTransaction(container, async (sql) => {
    await setBuyer(sql, cart.id, wish, customer ?? (await addGuest(sql, wish.email)))
    await insertRows(
      sql,
      "cart_shipping_method",
      methods.map(({ row }) => row),
    )
    if (!collectionId) return
    const { currency_code } = cart
    const collection = { id: collectionId, currency_code, amount: amount.value, raw_amount: amount }
    await insertRows(sql, "payment_collection", [{ ...collection, status: "not_paid", ...now() }])
    await insertRows(sql, "cart_payment_collection", [
      {
        id: generateEntityId(undefined, "capaycol"),
        cart_id: cart.id,
        payment_collection_id: collectionId,
        ...now(),
      },
    ])
  })
  return collectionId
}

/** A guest whom nobody knows yet; two checkouts of one address at a time make one customer. */
async function addGuest(sql: Sql, email: string): Promise<NonNullable<Offers["customer"]>> {
  const id = generateEntityId(undefined, "cus")
  const [customer] = await sql<{ id: string; email: string }>(
    `insert into customer (id, email, has_account) values (?, ?, false)
     on conflict (email, has_account) where deleted_at is null do update set email = excluded.email
     returning id, email`,
    [id, email],
  )
  return customer!
}

async function setBuyer(
  sql: Sql,
  cartId: string,
  { address }: CheckoutWish,
  customer: NonNullable<Offers["customer"]>,
): Promise<void> {
  const id = generateEntityId(undefined, "caaddr")
  await insertRows(sql, "cart_address", [{ ...address, id, ...now() }])
  await sql(
    `update cart set shipping_address_id = ?, customer_id = ?, email = ?, updated_at = now()
      where id = ? and completed_at is null`,
    [id, customer.id, customer.email, cartId],
  )
}

async function prepareWithMedusa(
  container: MedusaContainer,
  { cartId, customerId, email, address, parcels, providerId }: CheckoutWish,
): Promise<PreparedCheckout> {
  if (customerId) await claim(container, cartId, customerId)
  await updateCartWorkflow(container).run({
    input: { id: cartId, email, shipping_address: address },
  })
  await setParcelsWorkflow(container).run({ input: { cart_id: cartId, parcels } })
  if (providerId === null) {
    const query = container.resolve(ContainerRegistrationKeys.QUERY)
    const { data } = await query.graph({
      entity: "cart",
      fields: ["id", "total"],
      filters: { id: cartId },
    })
    // Query's type of a cart does not know its totals.
    return answer(cartId, toFen((data[0] as unknown as { total: number }).total), null)
  }
  const known = (await readWholeCart(container, cartId))?.payment_collection_id
  const collectionId =
    known ??
    (await createPaymentCollectionForCartWorkflow(container).run({ input: { cart_id: cartId } }))
      .result.id
  const { result: session } = await createPaymentSessionsWorkflow(container).run({
    input: {
      payment_collection_id: collectionId,
      provider_id: providerId,
      ...(customerId && { customer_id: customerId }),
    },
  })
  const { amountFen } = await readCartToClaim(container, cartId)
  return answer(cartId, amountFen, session)
}

/** A basket that was filled before its buyer signed in; one that is somebody's already stays so. */
async function claim(container: MedusaContainer, id: string, customer_id: string): Promise<void> {
  const [cart] = await container
    .resolve(Modules.CART)
    .listCarts({ id }, { select: ["id", "customer_id"] })
  if (!cart || cart.customer_id) return
  await transferCartCustomerWorkflow(container).run({ input: { id, customer_id } })
}

function answer(
  cart_id: string,
  total_fen: number,
  session: PreparedCheckout["payment_session"],
): PreparedCheckout {
  const payment_session = session && {
    id: session.id,
    status: session.status,
    data: session.data,
  }
  return { cart_id, total_fen, payment_session }
}
