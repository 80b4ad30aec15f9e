import { createHmac } from "node:crypto"

/** The `Stripe-Signature` header: HMAC-SHA256 of `<time>.<body>`. Time in seconds. */
export function signatureHeader(body: string, secret: string, time: number): string {
  const v1 = createHmac("sha256", secret).update(`${time}.${body}`).digest("hex")
  return `t=${time},v1=${v1}`
}
