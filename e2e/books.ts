import { password } from "./pages/sign-in-page.ts"

export const backend = process.env.BACKEND_URL ?? "http://localhost:9000"

type Sales = {
  sales_fen: number
  enrolled_fen: number
  other_fen: number
  unattributed_fen: number
}
type Row = { id: string; attributed_fen: number }

/** What an official's API says of the own division this month: the figures behind the page. */
export async function booksOf(email: string): Promise<{ total: Sales; rows: Map<string, number> }> {
  const { token } = await answer<{ token: string }>("/auth/official/emailpass", {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ email, password }),
  })
  const headers = { authorization: `Bearer ${token}` }
  const { total } = await answer<{ total: Sales }>("/official/indicators", { headers })
  const rows = new Map<string, number>()
  for (let offset = 0; ; offset += 100) {
    const path = `/official/households?limit=100&offset=${offset}`
    const page = await answer<{ households: Row[]; count: number }>(path, { headers })
    for (const { id, attributed_fen } of page.households) rows.set(id, attributed_fen)
    if (offset + 100 >= page.count) return { total, rows }
  }
}

async function answer<T>(path: string, init: RequestInit): Promise<T> {
  const response = await fetch(backend + path, init)
  if (!response.ok) throw new Error(`${path} answered ${response.status}`)
  return (await response.json()) as T
}
