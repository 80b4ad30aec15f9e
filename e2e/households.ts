import { backend } from "./books.ts"
import { password } from "./pages/sign-in-page.ts"

type CodedHousehold = { id: string; code: string }

/** A household of the clerk's that has chosen its code; the demonstration's codes are all one. */
export async function codedHousehold(clerk: string): Promise<CodedHousehold> {
  const { token } = await call<{ token: string }>("/auth/member/emailpass", {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ email: clerk, password }),
  })
  type Household = { id: string; has_code: boolean; is_member: boolean }
  const { households } = await call<{ households: Household[] }>("/seller/households", {
    headers: { authorization: `Bearer ${token}` },
  })
  const found = households.find(({ has_code, is_member }) => has_code && is_member)
  if (!found) throw new Error(`No household of ${clerk} has a code: is this the demonstration?`)
  return { id: found.id, code: "4092" }
}

async function call<T>(path: string, init: RequestInit): Promise<T> {
  const response = await fetch(backend + path, init)
  if (!response.ok) throw new Error(`${path} answered ${response.status}`)
  return (await response.json()) as T
}
