import type { IncomingMessage } from "node:http"
import { ApiError } from "../errors.ts"

interface Caller {
  /** True for a publishable key: the browser's. */
  isPublic: boolean
}

const unauthorized = (message: string) =>
  new ApiError(401, { type: "invalid_request_error", message })

/** Accepts any test key, and no live one: a live key here is a mistake worth stopping. */
export function authenticate(request: IncomingMessage, keyInForm: string | null): Caller {
  const key = keyInForm ?? keyInHeader(request.headers.authorization)
  if (!key) {
    throw unauthorized(
      "You did not provide an API key. You need to provide your API key in the Authorization header, using Bearer auth (e.g. 'Authorization: Bearer YOUR_SECRET_KEY'). See https://stripe.com/docs/api#authentication for details, or we can help at https://support.stripe.com/.",
    )
  }
  if (/^(sk|rk)_test_\w+$/.test(key)) return { isPublic: false }
  if (/^pk_test_\w+$/.test(key)) return { isPublic: true }
  throw unauthorized(`Invalid API Key provided: ${mask(key)}`)
}

function keyInHeader(header: string | undefined): string | null {
  const [scheme, value] = header?.split(" ") ?? []
  if (scheme === "Bearer" && value) return value
  if (scheme !== "Basic" || !value) return null
  return Buffer.from(value, "base64").toString("utf8").split(":")[0] ?? null
}

const mask = (key: string) => `${key.slice(0, 8)}${"*".repeat(10)}${key.slice(-4)}`
