/** From headers and body to a checked request: who asks, for what, with which parameters. */
import type { IncomingMessage } from "node:http"
import { findAccount } from "../api/accounts.ts"
import { routes } from "../api/routes.ts"
import { ApiError, invalidRequest, noSuch, notEmulated } from "../errors.ts"
import { createPaymentMethod } from "../engine/payment-methods.ts"
import type { World } from "../engine/world.ts"
import type { Requests } from "../schema/requests.ts"
import { schemaSource, validate } from "../schema/validate.ts"
import { authenticate } from "./authenticate.ts"
import { type Form, parseForm } from "./form.ts"
import { match, type Route, takePublicParameters } from "./route.ts"

export interface Prepared {
  world: World
  route: Route
  path: Record<string, string>
  pathname: string
  form: Form
  params: Record<string, unknown>
  isPublic: boolean
  requestId: string
  key: string | null
}

/** Throws the ApiError that the caller is to be answered if anything is amiss. */
export function prepare(
  base: World,
  request: IncomingMessage,
  url: URL,
  body: string,
  requestId: string,
): Prepared {
  const method = request.method ?? "GET"
  const raw = parse(method === "POST" ? body : url.search.slice(1))
  const { clientSecret, key: keyInForm, rest } = takePublicParameters(raw)
  const { isPublic } = authenticate(request, keyInForm)
  checkVersion(request.headers["stripe-version"])
  const found = findRoute(method, url.pathname)
  const key = method === "POST" ? headerOf(request, "idempotency-key") : null
  const account = accountOf(base, request)
  const world: World = { ...base, account, cause: { id: requestId, idempotency_key: key } }
  if (isPublic) checkSecret(world, found, clientSecret)
  const form = isPublic ? rest : raw
  const usable = isPublic ? withCardAsMethod(world, form) : form
  const params = validate(found.route.request, usable)
  refuseUnhonoured(found.route, params)
  refuseUnhonouredOptions(params.payment_method_options)
  return { ...found, world, pathname: url.pathname, form, params, isPublic, requestId, key }
}

function parse(text: string): Form {
  try {
    return parseForm(text)
  } catch (error) {
    throw invalidRequest(error instanceof Error ? error.message : "Invalid request body.")
  }
}

function findRoute(method: string, pathname: string) {
  for (const route of routes) {
    const path = route.method === method ? match(route.pattern, pathname) : null
    if (path) return { route, path }
  }
  throw new ApiError(404, {
    type: "invalid_request_error",
    message: `Unrecognized request URL (${method}: ${pathname}). The sandbox's README lists what it emulates.`,
  })
}

function checkVersion(asked: string | string[] | undefined): void {
  if (asked === undefined || asked === schemaSource.apiVersion) return
  throw notEmulated(`API version ${String(asked)}; it speaks ${schemaSource.apiVersion}`)
}

function headerOf(request: IncomingMessage, name: string): string | null {
  const value = request.headers[name]
  return typeof value === "string" && value !== "" ? value : null
}

function accountOf(world: World, request: IncomingMessage): string | null {
  const id = headerOf(request, "stripe-account")
  return id === null ? null : findAccount(world, id).object.id
}

/** A publishable key may touch only the intent whose client secret it holds. */
function checkSecret(
  world: World,
  found: { route: Route; path: Record<string, string> },
  secret: string | null,
) {
  if (!found.route.isPublic) {
    throw new ApiError(401, {
      type: "invalid_request_error",
      message:
        "This API call cannot be made with a publishable API key. Please use a secret API key. You can find a list of your API keys at https://dashboard.stripe.com/account/apikeys.",
    })
  }
  const { id } = found.path
  if (id === undefined) return
  const intent = world.store.get("payment_intent", id)
  if (!intent || intent.object.client_secret !== secret)
    throw noSuch("payment_intent", id, "intent")
}

/** Stripe.js sends card numbers inside payment_method_data, which no SDK type has. */
function withCardAsMethod(world: World, form: Form): Form {
  const data = form.payment_method_data
  if (typeof data !== "object" || data.card === undefined) return form
  const params = validate("paymentMethodCreate", data) as unknown as Requests["paymentMethodCreate"]
  const { payment_method_data: _sent, ...rest } = form
  return { ...rest, payment_method: createPaymentMethod(world, params).object.id }
}

function refuseUnhonoured(route: Route, params: Record<string, unknown>): void {
  const { honours } = route
  if (honours === "all") return
  const name = Object.keys(params).find((param) => param !== "expand" && !honours.includes(param))
  if (name !== undefined)
    throw notEmulated(`the parameter ${name} of ${route.method} ${route.pattern}`, name)
}

const honouredOptions: Record<string, string[]> = {
  alipay: [],
  card: ["capture_method", "request_three_d_secure"],
  wechat_pay: ["app_id", "client"],
}

/** Options decide how a payment runs, so they are checked one level deeper. */
function refuseUnhonouredOptions(options: unknown): void {
  if (typeof options !== "object" || options === null) return
  for (const [type, values] of Object.entries(options)) {
    const unknown = Object.keys((values ?? {}) as object).find(
      (name) => !honouredOptions[type]?.includes(name),
    )
    if (unknown === undefined) continue
    const param = `payment_method_options[${type}][${unknown}]`
    throw notEmulated(`the parameter ${param}`, param)
  }
}
