import { anew } from "./anew.ts"

/** Posts as one of the demo's people: the status, 0 when the backend died before it answered. */
function signedIn(base: string, actor: "user" | "member", email: string) {
  let token: string | undefined

  async function call(path: string, body: object): Promise<Response> {
    return await fetch(base + path, {
      method: "POST",
      headers: {
        ...anew,
        "content-type": "application/json",
        ...(token && { authorization: `Bearer ${token}` }),
      },
      body: JSON.stringify(body),
    })
  }

  async function signIn(): Promise<void> {
    const response = await call(`/auth/${actor}/emailpass`, { email, password: "shangxing-demo" })
    const said = (await response.json()) as { token: string }
    token = said.token
  }

  return async (path: string, body: object): Promise<number> => {
    try {
      if (!token) await signIn()
      const response = await call(path, body)
      await response.arrayBuffer()
      return response.status
    } catch {
      return 0
    }
  }
}

/** The platform's operator, over the admin API. */
export function operatorAt(base: string) {
  const post = signedIn(base, "user", "operator@demo.local")
  return {
    /** Refunds yuan of a payment. */
    refund: (paymentId: string, amount: number) =>
      post(`/admin/payments/${paymentId}/refund`, { amount }),
    /** Sends the sellers their money. 404 where the platform has no payouts. */
    payOut: () => post("/admin/payouts/run", {}),
  }
}

/** A clerk of the cooperative that has most lots of one good. */
export function clerkAt(base: string) {
  const post = signedIn(base, "member", "clerk.yanyuan@demo.local")
  return {
    /** Says that a line was picked from another lot than the order was given. */
    move: ({ fromLotId, ...move }: LotMove) =>
      post(`/seller/lots/${fromLotId}/moves`, {
        line_item_id: move.lineItemId,
        to_lot_id: move.toLotId,
        units: move.units,
        reason: "picked from another shelf",
      }),
  }
}

export type LotMove = { fromLotId: string; toLotId: string; lineItemId: string; units: number }
export type Operator = ReturnType<typeof operatorAt>
export type Clerk = ReturnType<typeof clerkAt>
