import { anew } from "./anew.ts"

export type Wanted = { variantId: string; quantity: number; note?: string }
type Parcels = { parcels: { seller: { id: string }; options: { id: string }[] }[] }
export type Answer = { status: number; orderId: string | null; code: string | null }
export type Method = "card" | "alipay" | "wechat_pay"
type Payment = { state: string; order_id: string | null; client_secret: string | null }
export type Goods = { id: string; left: number }

const nobody: Answer = { status: 0, orderId: null, code: null }

/** The calls of one storefront. @throws Error with the answer when one is refused. */
function callerOf(base: string, publishableKey: string) {
  return async <T>(method: "GET" | "POST", path: string, body?: unknown): Promise<T> => {
    const response = await fetch(base + path, {
      method,
      headers: {
        ...anew,
        "content-type": "application/json",
        "x-publishable-api-key": publishableKey,
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    })
    const text = await response.text()
    if (!response.ok) throw new Error(`${method} ${path} answered ${response.status}: ${text}`)
    return JSON.parse(text) as T
  }
}

type Call = ReturnType<typeof callerOf>

/** What is in stock, in an order that does not change from run to run of one seed. */
async function goodsOf(call: Call): Promise<Goods[]> {
  const fields = "id,handle,variants.id,variants.title,variants.inventory_quantity"
  type Product = {
    handle: string
    variants: { id: string; title: string; inventory_quantity: number }[]
  }
  const { products } = await call<{ products: Product[] }>(
    "GET",
    `/store/products?limit=50&fields=${fields}`,
  )
  return products
    .flatMap(({ handle, variants }) =>
      variants.map((variant) => ({ ...variant, name: `${handle} ${variant.title}` })),
    )
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .map(({ id, inventory_quantity: left }) => ({ id, left }))
    .filter(({ left }) => left > 0)
}

/** A buyer of the running backend, over HTTP as any storefront. */
export function shopAt(base: string, publishableKey: string, storefront: string) {
  const call = callerOf(base, publishableKey)
  let region: string | undefined

  async function regionId(): Promise<string> {
    const { regions } = await call<{ regions: { id: string }[] }>("GET", "/store/regions")
    return regions[0]!.id
  }

  async function add(cartId: string, { variantId, quantity, note }: Wanted): Promise<void> {
    await call("POST", `/store/carts/${cartId}/line-items`, {
      variant_id: variantId,
      quantity,
      ...(note && { metadata: { note } }),
    })
  }

  /** A cart with these goods, an address and freight from each seller. */
  async function readyCart(wanted: Wanted[]): Promise<string> {
    region ??= await regionId()
    const { cart } = await call<{ cart: { id: string } }>("POST", "/store/carts", {
      region_id: region,
    })
    const path = `/store/carts/${cart.id}`
    for (const item of wanted) await add(cart.id, item)
    await call("POST", path, { email: emailOf(cart.id), shipping_address: address })
    const { parcels } = await call<Parcels>("GET", `${path}/parcels`)
    await call("POST", `${path}/parcels`, {
      parcels: parcels.map(({ seller, options }) => ({
        seller_id: seller.id,
        shipping_option_id: options[0]!.id,
      })),
    })
    return cart.id
  }

  /** Opens the payment. @returns the id of its intent at the provider. */
  async function open(cartId: string, method: Method): Promise<string> {
    const { payment } = await call<{ payment: Payment }>("POST", `/store/carts/${cartId}/payment`, {
      method,
      return_url: `${storefront}/checkout/return`,
    })
    return String(payment.client_secret).split("_secret_")[0]!
  }

  /** How the checkout page says the payment stands. */
  const look = async (cartId: string): Promise<Payment> =>
    (await call<{ payment: Payment }>("GET", `/store/carts/${cartId}/payment`)).payment

  /** Completes a cart. Status 0 says that the backend died before it answered. */
  async function complete(cartId: string): Promise<Answer> {
    try {
      const response = await fetch(`${base}/store/carts/${cartId}/complete`, {
        method: "POST",
        headers: { ...anew, "x-publishable-api-key": publishableKey },
      })
      const said = (await response.json()) as { order?: { id: string }; code?: string }
      return {
        status: response.status,
        orderId: said.order?.id ?? null,
        code: said.code ?? null,
      }
    } catch {
      return nobody
    }
  }

  return { goods: () => goodsOf(call), add, readyCart, open, look, complete }
}

export type ChaosShop = ReturnType<typeof shopAt>

const address = {
  first_name: "周敏",
  phone: "13800138000",
  country_code: "cn",
  province: "北京市",
  city: "北京市",
  address_2: "朝阳区",
  address_1: "测试路 1 号",
}

/** Each is another buyer: Medusa's own route refuses one of two who come first with one address. */
const emailOf = (cartId: string) => `chaos.${cartId.toLowerCase()}@demo.local`
