import { backend } from "./books.ts"
import { approve, operator } from "./operator.ts"
import { password } from "./pages/sign-in-page.ts"

export type Goods = { id: string; handle: string; title: string; variantId: string }

const lotCode = "JS-1118-A"

type Lot = { id: string; code: string }
type Product = { id: string; handle: string; title: string; variants: { id: string }[] }

/**
 * Puts goods of their own on sale, over HTTP as seller and operator do: `units` packs of one
 * kilogram at `priceFen`. A test that sells the last one must not share it with another.
 */
export async function putOnSale(name: string, units: number, priceFen: number): Promise<Goods> {
  const { token } = await call<{ token: string }>("/auth/member/emailpass", {
    body: { email: "clerk.yanyuan@demo.local", password },
  })
  const { lots } = await call<{ lots: Lot[] }>("/seller/lots?limit=100", { token })
  const lot = lots.find(({ code }) => code === lotCode)
  if (!lot) throw new Error(`The seed has no lot ${lotCode}.`)
  const title = `${name}${String(Date.now()).slice(-7)}`
  const pack = { lot_id: lot.id, units }
  const { product } = await call<{ product: Product }>("/seller/products", {
    token,
    body: {
      title,
      images: [],
      variants: [{ title: "2 斤装", weight_g: 1000, price_fen: priceFen, pack }],
    },
  })
  await call(`/seller/products/${product.id}/submit`, { token, body: {} })
  await approve(title)
  return { id: product.id, handle: product.handle, title, variantId: product.variants[0]!.id }
}

/** The operator changes a price while somebody may be buying. */
export async function changePrice({ id, variantId }: Goods, priceFen: number): Promise<void> {
  await operator(`/admin/products/${id}/variants/${variantId}`, {
    prices: [{ currency_code: "cny", amount: priceFen / 100 }],
  })
}

async function call<T>(path: string, { token, body }: { token?: string; body?: object }) {
  const response = await fetch(backend + path, {
    method: body ? "POST" : "GET",
    headers: {
      "content-type": "application/json",
      ...(token ? { authorization: `Bearer ${token}` } : {}),
    },
    ...(body ? { body: JSON.stringify(body) } : {}),
  })
  if (!response.ok) throw new Error(`${path} answered ${response.status}: ${await response.text()}`)
  return (await response.json()) as T
}
