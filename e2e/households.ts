import { backend } from "./books.ts"
import { password } from "./pages/sign-in-page.ts"

type CodedHousehold = { id: string; code: string }

/** A household of the clerk's that has chosen its code; the demonstration's codes are all one. */
export async function codedHousehold(clerk: string): Promise<CodedHousehold> {
  const headers = await signedIn(clerk)
  type Household = { id: string; has_code: boolean; is_member: boolean }
  const { households } = await call<{ households: Household[] }>("/seller/households", { headers })
  const found = households.find(({ has_code, is_member }) => has_code && is_member)
  if (!found) throw new Error(`No household of ${clerk} has a code: is this the demonstration?`)
  return { id: found.id, code: "4092" }
}

/**
 * Yuan, to the fen, that no receipt of the household is over: the page shows a receipt by its amount,
 * and on a stack that tests ran on before there may be many.
 */
export async function amountOfItsOwn(clerk: string, household: string): Promise<string> {
  type Receipts = { receipts: { amount_fen: number }[]; count: number }
  const headers = await signedIn(clerk)
  const known = new Set<number>()
  for (let offset = 0; ; offset += 200) {
    const path = `/seller/receipts?household=${household}&limit=200&offset=${offset}`
    const { receipts, count } = await call<Receipts>(path, { headers })
    for (const { amount_fen } of receipts) known.add(amount_fen)
    if (offset + 200 >= count) break
  }
  let fen = 100_10
  while (known.has(fen)) fen += 10
  return (fen / 100).toFixed(2)
}

async function signedIn(clerk: string): Promise<{ authorization: string }> {
  const { token } = await call<{ token: string }>("/auth/member/emailpass", {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ email: clerk, password }),
  })
  return { authorization: `Bearer ${token}` }
}

async function call<T>(path: string, init: RequestInit): Promise<T> {
  const response = await fetch(backend + path, init)
  if (!response.ok) throw new Error(`${path} answered ${response.status}`)
  return (await response.json()) as T
}
