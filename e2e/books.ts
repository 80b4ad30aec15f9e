import { password } from "./pages/sign-in-page.ts"

export const backend = process.env.BACKEND_URL ?? "http://localhost:9000"

type Row = { id: string; attributed_fen: number }

/** What an official's API attributes to each household of the own division this month, in fen. */
export async function householdsOf(email: string): Promise<Map<string, number>> {
  const { token } = await answer<{ token: string }>("/auth/official/emailpass", {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ email, password }),
  })
  const headers = { authorization: `Bearer ${token}` }
  const rows = new Map<string, number>()
  for (let offset = 0; ; offset += 100) {
    const path = `/official/households?limit=100&offset=${offset}`
    const page = await answer<{ households: Row[]; count: number }>(path, { headers })
    for (const { id, attributed_fen } of page.households) rows.set(id, attributed_fen)
    if (offset + 100 >= page.count) return rows
  }
}

async function answer<T>(path: string, init: RequestInit): Promise<T> {
  const response = await fetch(backend + path, init)
  if (!response.ok) throw new Error(`${path} answered ${response.status}`)
  return (await response.json()) as T
}
