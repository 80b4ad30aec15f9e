import type { Shop } from "./shop"

/** What Medusa's test runner hands out: axios. A refusal throws with `response`. */
export type Http = {
  get: (path: string, config?: object) => Promise<{ status: number; data: any }>
  post: (path: string, body?: unknown, config?: object) => Promise<{ status: number; data: any }>
}

export type Wanted = { variantId: string; quantity: number }

/** A stock Medusa storefront's calls, in its order, with nothing of ours in between. */
export function buyer(api: Http, { regionId, publishableKey }: Shop) {
  const settings = { headers: { "x-publishable-api-key": publishableKey } }
  const post = async (path: string, body: unknown = {}) =>
    (await told(api.post(path, body, settings))).data
  const get = async (path: string) => (await told(api.get(path, settings))).data

  async function fill(wanted: Wanted[]): Promise<string> {
    const { cart } = await post("/store/carts", { region_id: regionId })
    for (const { variantId, quantity } of wanted) {
      await post(`/store/carts/${cart.id}/line-items`, { variant_id: variantId, quantity })
    }
    await post(`/store/carts/${cart.id}`, {
      email: "buyer@test.local",
      shipping_address: {
        first_name: "周敏",
        phone: "13800138000",
        country_code: "cn",
        province: "北京市",
        city: "北京市",
        address_2: "朝阳区",
        address_1: "测试路 1 号",
      },
    })
    return cart.id as string
  }

  /** The first option of each seller, added the stock way. */
  async function ship(cartId: string): Promise<void> {
    const { shipping_options } = await get(`/store/shipping-options?cart_id=${cartId}`)
    for (const { id } of shipping_options) {
      await post(`/store/carts/${cartId}/shipping-methods`, { option_id: id })
    }
  }

  async function pay(cartId: string): Promise<void> {
    const { payment_collection } = await post("/store/payment-collections", { cart_id: cartId })
    await post(`/store/payment-collections/${payment_collection.id}/payment-sessions`, {
      provider_id: "pp_system_default",
    })
  }

  const complete = async (cartId: string) => await post(`/store/carts/${cartId}/complete`)

  async function buy(wanted: Wanted[]): Promise<{ cartId: string; orderId: string }> {
    const cartId = await fill(wanted)
    await ship(cartId)
    await pay(cartId)
    const { type, order, error } = await complete(cartId)
    if (type !== "order") throw new RangeError(`The cart was not completed: ${error?.message}`)
    return { cartId, orderId: order.id as string }
  }

  return { settings, get, post, fill, ship, pay, complete, buy }
}

/** The same call; when it is refused, the error says what the backend said. */
export async function told<T>(call: Promise<T>): Promise<T> {
  try {
    return await call
  } catch (error) {
    const { response, message } = error as { response?: { data?: unknown }; message: string }
    const said = `${message}: ${JSON.stringify(response?.data)}`
    throw Object.assign(new Error(said, { cause: error }), { response })
  }
}

/** The answer of a call that is expected to be refused. */
export async function refusalOf(call: Promise<unknown>): Promise<{ status: number; data: any }> {
  try {
    await call
  } catch (error) {
    const { response } = error as { response?: { status: number; data: unknown } }
    if (response) return response
    throw error
  }
  throw new RangeError("The call was answered, and a refusal was expected.")
}

/** The status and code with which a call is refused. */
export async function codeOf(call: Promise<unknown>): Promise<[number, string]> {
  const { status, data } = await refusalOf(call)
  return [status, data.code]
}
