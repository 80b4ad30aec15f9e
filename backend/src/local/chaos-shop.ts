export type Wanted = { variantId: string; quantity: number }
type Parcels = { parcels: { seller: { id: string }; options: { id: string }[] }[] }
export type Answer = { status: number; orderId: string | null; code: string | null }

/** The calls of one storefront. @throws Error with the answer when one is refused. */
function callerOf(base: string, publishableKey: string) {
  return async <T>(method: "GET" | "POST", path: string, body?: unknown): Promise<T> => {
    const response = await fetch(base + path, {
      method,
      headers: { "content-type": "application/json", "x-publishable-api-key": publishableKey },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    })
    const text = await response.text()
    if (!response.ok) throw new Error(`${method} ${path} answered ${response.status}: ${text}`)
    return JSON.parse(text) as T
  }
}

/** A buyer of the running backend, over HTTP as any storefront. */
export function shopAt(base: string, publishableKey: string) {
  const call = callerOf(base, publishableKey)

  /** Variants of which at least `units` are in stock, in an order that does not change. */
  async function goods(units: number): Promise<string[]> {
    const fields = "id,variants.id,variants.inventory_quantity"
    const { products } = await call<{
      products: { variants: { id: string; inventory_quantity: number }[] }[]
    }>("GET", `/store/products?limit=50&fields=${fields}`)
    return products
      .flatMap(({ variants }) => variants)
      .filter(({ inventory_quantity }) => inventory_quantity >= units)
      .map(({ id }) => id)
      .sort()
  }

  async function regionId(): Promise<string> {
    const { regions } = await call<{ regions: { id: string }[] }>("GET", "/store/regions")
    return regions[0]!.id
  }

  /** A cart with these goods, an address, freight from each seller and a payment session. */
  async function readyCart(region: string, wanted: Wanted[]): Promise<string> {
    const { cart } = await call<{ cart: { id: string } }>("POST", "/store/carts", {
      region_id: region,
    })
    const path = `/store/carts/${cart.id}`
    for (const { variantId, quantity } of wanted) {
      await call("POST", `${path}/line-items`, { variant_id: variantId, quantity })
    }
    await call("POST", path, { email: "chaos@demo.local", shipping_address: address })
    const { parcels } = await call<Parcels>("GET", `${path}/parcels`)
    await call("POST", `${path}/parcels`, {
      parcels: parcels.map(({ seller, options }) => ({
        seller_id: seller.id,
        shipping_option_id: options[0]!.id,
      })),
    })
    const { payment_collection } = await call<{ payment_collection: { id: string } }>(
      "POST",
      "/store/payment-collections",
      { cart_id: cart.id },
    )
    await call("POST", `/store/payment-collections/${payment_collection.id}/payment-sessions`, {
      provider_id: "pp_system_default",
    })
    return cart.id
  }

  /** Completes a cart. Status 0 says that the backend died before it answered. */
  async function complete(cartId: string): Promise<Answer> {
    try {
      const response = await fetch(`${base}/store/carts/${cartId}/complete`, {
        method: "POST",
        headers: { "x-publishable-api-key": publishableKey },
      })
      const said = (await response.json()) as { order?: { id: string }; code?: string }
      return {
        status: response.status,
        orderId: said.order?.id ?? null,
        code: said.code ?? null,
      }
    } catch {
      return { status: 0, orderId: null, code: null }
    }
  }

  return { goods, regionId, readyCart, complete }
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
