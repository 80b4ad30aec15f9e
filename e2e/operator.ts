import { backend } from "./books.ts"
import { password } from "./pages/sign-in-page.ts"

/** The operator approves a listing by its title, as the button in Medusa Admin does. */
export async function approve(title: string): Promise<void> {
  const { token } = await call<{ token: string }>("/auth/user/emailpass", {
    body: { email: "operator@demo.local", password },
  })
  const path = `/admin/products?status[]=proposed&limit=50&fields=id,title`
  const { products } = await call<{ products: { id: string; title: string }[] }>(path, { token })
  const product = products.find((proposed) => proposed.title === title)
  if (!product) throw new Error(`No listing "${title}" waits for approval`)
  await call(`/admin/products/${product.id}/review`, { token, body: { verdict: "approve" } })
}

/** Posts as the operator to a route of Medusa Admin's. */
export async function operator(path: string, body: object): Promise<void> {
  const { token } = await call<{ token: string }>("/auth/user/emailpass", {
    body: { email: "operator@demo.local", password },
  })
  await call(path, { token, body })
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
