/** One call of a flow, with a name for the table and how long it took until the answer. */
export type Phase = { name: string; milliseconds: number }

/** What is bought: one variant of each of two sellers, and the freight of each. */
export type Basket = {
  regionId: string
  goods: { variantId: string; sellerId: string; optionId: string }[]
}

export type Flow = (buyer: Buyer, basket: Basket) => Promise<string>

export type Buyer = {
  /** A call that counts. @throws Error with the answer when it is refused */
  act: <T>(phase: string, path: string, body?: unknown) => Promise<T>
  phases: Phase[]
}

type Around = { before?: () => Promise<void>; after?: (phase: string) => Promise<void> }

/** A buyer of a running backend. `around` lets somebody look at what each call did. */
export function buyerAt(base: string, publishableKey: string, around: Around = {}): Buyer {
  const phases: Phase[] = []
  const act = async <T>(name: string, path: string, body: unknown = {}): Promise<T> => {
    await around.before?.()
    const begun = performance.now()
    const answer = await post(base + path, publishableKey, body)
    phases.push({ name, milliseconds: performance.now() - begun })
    await around.after?.(name)
    // Each flow names what it reads of the answer.
    return answer as T
  }
  return { act, phases }
}

async function post(url: string, publishableKey: string, body: unknown): Promise<unknown> {
  const response = await fetch(url, {
    method: "POST",
    headers: { "content-type": "application/json", "x-publishable-api-key": publishableKey },
    body: JSON.stringify(body),
  })
  const text = await response.text()
  if (!response.ok) throw new Error(`POST ${url} answered ${response.status}: ${text}`)
  return JSON.parse(text)
}

const email = "bench@demo.local"
const address = {
  first_name: "周敏",
  phone: "13800138000",
  country_code: "cn",
  province: "北京市",
  city: "北京市",
  address_2: "朝阳区",
  address_1: "测试路 1 号",
}
const provider_id = "pp_system_default"

type Cart = { cart: { id: string } }
type Completed = { type: string; order?: { id: string } }

/** Nine calls, as Medusa's documentation tells a storefront to make them. */
export const stockFlow: Flow = async ({ act }, { regionId, goods }) => {
  const { cart } = await act<Cart>("create cart", "/store/carts", { region_id: regionId })
  const path = `/store/carts/${cart.id}`
  for (const { variantId } of goods) {
    await act("add goods", `${path}/line-items`, { variant_id: variantId, quantity: 1 })
  }
  await act("address", path, { email, shipping_address: address })
  for (const { optionId } of goods) {
    await act("freight", `${path}/shipping-methods`, { option_id: optionId })
  }
  const { payment_collection } = await act<{ payment_collection: { id: string } }>(
    "payment",
    "/store/payment-collections",
    { cart_id: cart.id },
  )
  const collection = `/store/payment-collections/${payment_collection.id}`
  await act("payment", `${collection}/payment-sessions`, { provider_id })
  return orderOf(await act<Completed>("complete", `${path}/complete`))
}

/** Four calls: goods into the basket, the whole checkout form, and the order. */
export const ourFlow: Flow = async ({ act }, { regionId, goods }) => {
  let cart_id: string | undefined
  for (const { variantId } of goods) {
    const line = { cart_id, region_id: regionId, variant_id: variantId, quantity: 1 }
    const added = await act<{ cart_id: string }>("add goods", "/store/checkout/lines", line)
    cart_id = added.cart_id
  }
  await act("address, freight, payment", "/store/checkout", {
    cart_id,
    email,
    shipping_address: address,
    parcels: parcelsOf(goods),
    provider_id,
  })
  return orderOf(await act<Completed>("complete", `/store/carts/${cart_id}/complete?fields=id`))
}

/** Eight calls of the standard Store API to ours: what a stock storefront gets. */
export const standardFlow: Flow = async ({ act }, { regionId, goods }) => {
  const [first, ...others] = goods
  const { cart } = await act<Cart>("add goods", "/store/carts", {
    region_id: regionId,
    items: [{ variant_id: first!.variantId, quantity: 1 }],
  })
  const path = `/store/carts/${cart.id}`
  for (const { variantId } of others) {
    await act("add goods", `${path}/line-items`, { variant_id: variantId, quantity: 1 })
  }
  await act("address", path, { email, shipping_address: address })
  await act("freight", `${path}/parcels`, { parcels: parcelsOf(goods) })
  const { payment_collection } = await act<{ payment_collection: { id: string } }>(
    "payment",
    "/store/payment-collections",
    { cart_id: cart.id },
  )
  const collection = `/store/payment-collections/${payment_collection.id}`
  await act("payment", `${collection}/payment-sessions`, { provider_id })
  return orderOf(await act<Completed>("complete", `${path}/complete`))
}

function parcelsOf(goods: Basket["goods"]) {
  return goods.map(({ sellerId, optionId }) => ({
    seller_id: sellerId,
    shipping_option_id: optionId,
  }))
}

function orderOf({ type, order }: Completed): string {
  if (type === "order" && order) return order.id
  throw new Error("The cart was not completed.")
}
