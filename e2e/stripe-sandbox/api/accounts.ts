import type Stripe from "stripe"
import { ApiError, invalidRequest } from "../errors.ts"
import { emit } from "../engine/emit.ts"
import type { World } from "../engine/world.ts"
import { type Call, route } from "../http/route.ts"
import { accountObject, capabilitiesOf, capabilityObject } from "../objects/account.ts"
import { orNull } from "../objects/or-null.ts"
import { mergeMetadata } from "../objects/payment-intent.ts"
import { newId } from "../state/ids.ts"
import type { Row } from "../state/tables.ts"
import { listObjects } from "./list.ts"

/** Where Stripe offers Connect; mainland China is not among them. */
const countries =
  "AE AT AU BE BG BR CA CH CY CZ DE DK EE ES FI FR GB GI GR HK HR HU IE IT JP LI LT LU LV MT MX MY NL NO NZ PL PT RO SE SG SI SK TH US".split(
    " ",
  )

const linkSeconds = 300

export function findAccount(world: World, id: string): Row<"account"> {
  const row = world.store.get("account", id)
  if (row) return row
  throw new ApiError(403, {
    type: "invalid_request_error",
    code: "account_invalid",
    message: `The provided key does not have access to account '${id}' (or that account does not exist). Application access may have been revoked.`,
  })
}

function create({ world, params }: Call<"accountCreate">) {
  const country = params.country ?? "HK"
  if (!countries.includes(country)) {
    throw invalidRequest(`${country} is not currently supported by Stripe.`, {
      code: "country_unsupported",
      param: "country",
    })
  }
  if (params.type !== undefined && params.controller !== undefined) {
    throw invalidRequest("You may only specify one of these parameters: type, controller.", {
      param: "type",
    })
  }
  const object = accountObject(world.clock.seconds(), params)
  world.store.insert("account", object, null)
  emit({ ...world, account: object.id }, "account.updated", object)
  return object
}

function update({ world, path, params }: Call<"accountUpdate">) {
  const row = findAccount(world, path.id ?? "")
  const { object } = row
  if (params.email !== undefined) object.email = orNull(params.email)
  if (params.business_type !== undefined) object.business_type = params.business_type
  if (params.business_profile) Object.assign(object.business_profile ?? {}, params.business_profile)
  object.metadata = mergeMetadata(object.metadata ?? {}, params.metadata)
  object.capabilities = { ...capabilitiesOf(params), ...object.capabilities }
  setPayoutInterval(object, params)
  world.store.save(row)
  emit({ ...world, account: object.id }, "account.updated", object)
  return object
}

function setPayoutInterval(account: Stripe.Account, params: Stripe.AccountUpdateParams): void {
  const interval = params.settings?.payouts?.schedule?.interval
  const payouts = account.settings?.payouts
  if (interval && payouts) payouts.schedule.interval = interval
}

function remove({ world, path }: Call<"retrieve">) {
  const { object } = findAccount(world, path.id ?? "")
  world.store.remove("account", object.id)
  return { id: object.id, object: "account", deleted: true }
}

function createLink({ world, params }: Call<"accountLinkCreate">) {
  const account = findAccount(world, params.account).object
  for (const param of ["refresh_url", "return_url"] as const) {
    if (params[param] !== undefined) continue
    throw invalidRequest(`Missing required param: ${param}.`, { code: "parameter_missing", param })
  }
  const created = world.clock.seconds()
  const id = newId("alink")
  world.store.put("account_link", id, {
    id,
    account: account.id,
    refreshUrl: params.refresh_url ?? "",
    returnUrl: params.return_url ?? "",
    expiresAt: created + linkSeconds,
    isUsed: false,
  })
  return {
    object: "account_link",
    created,
    expires_at: created + linkSeconds,
    url: new URL(`/hosted/connect/${id}`, world.settings.publicUrl).href,
  } satisfies Stripe.AccountLink
}

function capabilities({ world, path }: Call<"capabilityList">) {
  const { object } = findAccount(world, path.id ?? "")
  const data = Object.keys(object.capabilities ?? {}).map((name) => capabilityObject(object, name))
  const url = `/v1/accounts/${object.id}/capabilities`
  return { object: "list", data, has_more: false, url }
}

export const accountRoutes = [
  route("POST", "/v1/accounts", {
    request: "accountCreate",
    honours: [
      "business_profile",
      "business_type",
      "capabilities",
      "controller",
      "country",
      "default_currency",
      "email",
      "metadata",
      "settings",
      "type",
    ],
    run: create,
  }),
  route("GET", "/v1/accounts", {
    request: "accountList",
    honours: ["created", "ending_before", "limit", "starting_after"],
    run: ({ world, params }) => listObjects(world, "account", "/v1/accounts", params),
  }),
  route("GET", "/v1/accounts/:id", {
    request: "retrieve",
    honours: "all",
    run: ({ world, path }) => findAccount(world, path.id ?? "").object,
  }),
  route("POST", "/v1/accounts/:id", {
    request: "accountUpdate",
    honours: ["business_profile", "business_type", "capabilities", "email", "metadata", "settings"],
    run: update,
  }),
  route("DELETE", "/v1/accounts/:id", { request: "retrieve", honours: "all", run: remove }),
  route("GET", "/v1/accounts/:id/capabilities", {
    request: "capabilityList",
    honours: "all",
    run: capabilities,
  }),
  route("POST", "/v1/account_links", {
    request: "accountLinkCreate",
    honours: ["account", "collect", "collection_options", "refresh_url", "return_url", "type"],
    run: createLink,
  }),
]
