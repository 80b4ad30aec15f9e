import { anew } from "./anew.ts"

/** The platform's operator, over the admin API, with the demo's login. */
export function operatorAt(base: string) {
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
    const response = await call("/auth/user/emailpass", {
      email: "operator@demo.local",
      password: "shangxing-demo",
    })
    const said = (await response.json()) as { token: string }
    token = said.token
  }

  /** Posts as the operator. @returns the status, 0 when the backend died before it answered. */
  async function post(path: string, body: object): Promise<number> {
    try {
      if (!token) await signIn()
      const response = await call(path, body)
      await response.arrayBuffer()
      return response.status
    } catch {
      return 0
    }
  }

  return {
    /** Refunds yuan of a payment. */
    refund: (paymentId: string, amount: number) =>
      post(`/admin/payments/${paymentId}/refund`, { amount }),
    /** Sends the sellers their money. 404 where the platform has no payouts. */
    payOut: () => post("/admin/payouts/run", {}),
  }
}

export type Operator = ReturnType<typeof operatorAt>
