/** A route: method, path with `:name` parts, the SDK's parameter type, and what is emulated. */
import type { Form } from "./form.ts"
import type { RequestName, Requests } from "../schema/requests.ts"
import type { World } from "../engine/world.ts"

export interface Call<N extends RequestName> {
  world: World
  /** The `:name` parts of the path. */
  path: Record<string, string>
  params: Requests[N]
  /** True if the caller holds only a publishable key. */
  isPublic: boolean
}

export interface Route {
  method: "DELETE" | "GET" | "POST"
  pattern: string
  request: RequestName
  /** Parameters that this route honours; `all` where every one is stored or filtered by. */
  honours: readonly string[] | "all"
  /** True if a publishable key with the object's client secret may call it. */
  isPublic: boolean
  run: (call: {
    world: World
    path: Record<string, string>
    params: never
    isPublic: boolean
  }) => unknown
}

interface Definition<N extends RequestName> {
  request: N
  honours: readonly (keyof Requests[N] & string)[] | "all"
  isPublic?: boolean
  run: (call: Call<N>) => unknown
}

/** Declares a route; the handler's `params` have the type that the schema was made from. */
export function route<N extends RequestName>(
  method: Route["method"],
  pattern: string,
  definition: Definition<N>,
): Route {
  const { request, honours, isPublic = false, run } = definition
  return { method, pattern, request, honours, isPublic, run: run }
}

/** Returns the path's parts if it fits the pattern. */
export function match(pattern: string, path: string): Record<string, string> | null {
  const wanted = pattern.split("/")
  const given = path.split("/")
  if (wanted.length !== given.length) return null
  const parts: Record<string, string> = {}
  for (const [index, want] of wanted.entries()) {
    const have = given[index] ?? ""
    if (want.startsWith(":") && have !== "") parts[want.slice(1)] = decodeURIComponent(have)
    else if (want !== have) return null
  }
  return parts
}

/** Extra parameters that Stripe.js sends with a publishable key; they are in no SDK type. */
export function takePublicParameters(form: Form) {
  const { client_secret, key, ...rest } = form
  const known = Object.entries(rest).filter(([name]) => !name.startsWith("_stripe"))
  return {
    clientSecret: typeof client_secret === "string" ? client_secret : null,
    key: typeof key === "string" ? key : null,
    rest: Object.fromEntries(known),
  }
}
