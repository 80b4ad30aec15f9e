import { password } from "./pages/sign-in-page.ts"

export const backend = process.env.BACKEND_URL ?? "http://localhost:9000"

type Row = { id: string; attributed_fen: number }
type Indicator = { key: string; value: number | null }

/** What an official's API traces to each household of the own division this month, in fen. */
export async function householdsOf(email: string): Promise<Map<string, number>> {
  const headers = await signedIn(email)
  const rows = new Map<string, number>()
  for (let offset = 0; ; offset += 100) {
    const path = `/official/households/list?benefit=attributed&limit=100&offset=${offset}`
    const page = await answer<{ households: Row[]; count: number }>(path, { headers })
    for (const { id, attributed_fen } of page.households) rows.set(id, attributed_fen)
    if (offset + 100 >= page.count) return rows
  }
}

/** What it traces to households of either status together, in fen. */
export async function tracedFen(email: string): Promise<number> {
  const headers = await signedIn(email)
  const { indicators } = await answer<{ indicators: Indicator[] }>("/official/overview", {
    headers,
  })
  return indicators
    .filter(({ key }) => key === "enrolled_sales" || key === "other_household_sales")
    .reduce((sum, { value }) => sum + (value ?? 0), 0)
}

async function signedIn(email: string): Promise<{ authorization: string }> {
  const { token } = await answer<{ token: string }>("/auth/official/emailpass", {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ email, password }),
  })
  return { authorization: `Bearer ${token}` }
}

async function answer<T>(path: string, init: RequestInit): Promise<T> {
  const response = await fetch(backend + path, init)
  if (!response.ok) throw new Error(`${path} answered ${response.status}`)
  return (await response.json()) as T
}
