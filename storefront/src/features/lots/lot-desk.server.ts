import type {
  HeldOrdersResponse,
  LotProcessesResponse,
  SellerDeliveriesResponse,
  SellerLotSheet,
  SellerLotSheetResponse,
  SellerLotsResponse,
} from "@shangxing/provenance/types/http"
import type { SellerListingsResponse } from "@shangxing/marketplace/types/http"

import { wholeOf } from "~/features/deliveries/weigh-fields"
import { uploadCertificate } from "~/features/seller/upload.server"
import type { SellerContext } from "~/features/seller/visit.server"
import type { Api } from "~/lib/api"
import { textOf } from "~/lib/form"
import { paths } from "~/paths"

import { answerDesk, type DeskAnswer } from "./desk.server"
import { lotOf, overtakenField } from "./new-lot-form"

const bad = (field: string) => ({ code: "bad_numbers", field })

/** Which field of a lot's forms a refusal is about. */
const LOT_FIELDS: Record<string, string | undefined> = {
  certificate_file_active: "file",
  certificate_file_broken: "file",
  certificate_file_locked: "file",
  certificate_file_too_large: "file",
  certificate_file_unknown: "file",
  certificate_invalid: "issued_on",
  certificate_reused: "number",
  certificate_too_early: "issued_on",
  damage_invalid: "amount",
  damage_over: "amount",
  lot_packed_over: "units",
  move_reason_missing: "move_reason",
  move_units_invalid: "move_units",
  pack_kind_other: "variant_id",
  pack_mismatched: "variant_id",
  pack_quantity_invalid: "units",
  pack_unknown: "what",
  upload_not_a_picture: "file",
  upload_too_large: "file",
  upload_too_many_pixels: "file",
}

const NEW_LOT_FIELDS: Record<string, string | undefined> = {
  delivery_kind_mismatched: "product_kind",
  lot_code_taken: "code",
  lot_expiry_past: "expires_on",
  lot_output_over: "out",
  lot_weight_invalid: "out",
  process_invalid: "yield",
  process_unknown: "process_id",
}

type Variant = { id: string; title: string }
export type LotDesk = {
  lot: SellerLotSheet
  held: HeldOrdersResponse
  variants: Variant[]
  /** The seller's other lots on sale, for moving. */
  others: { id: string; code: string }[]
}

/** Answers a visit to one lot: what it is, and what is done to it. */
export async function answerLot(context: SellerContext, id: string): Promise<DeskAnswer<LotDesk>> {
  const at = `/seller/lots/${encodeURIComponent(id)}`
  return await answerDesk(context, {
    read: (api) => readDesk(api, at, id),
    act: async (api, intent, form) => {
      const request = await requestOf(api, intent, form)
      if ("code" in request) return request
      await api.fetch<unknown>(`${at}/${request.path}`, { method: "POST", body: request.body })
      return paths.seller.lot(id, { done: request.done })
    },
    fieldOf: ({ code }) => LOT_FIELDS[code],
  })
}

async function readDesk(api: Api, at: string, id: string): Promise<LotDesk> {
  const [{ lot }, held, listings, { lots }] = await Promise.all([
    api.fetch<SellerLotSheetResponse>(at),
    api.fetch<HeldOrdersResponse>(`${at}/orders`),
    api.fetch<SellerListingsResponse>("/seller/products", { query: { limit: 200 } }),
    api.fetch<SellerLotsResponse>("/seller/lots", { query: { limit: 200 } }),
  ])
  return {
    lot,
    held,
    variants: listings.products.flatMap(({ title, variants }) =>
      variants.map((variant) => ({ id: variant.id, title: `${title} · ${variant.title}` })),
    ),
    others: lots.filter((other) => other.status === "listed" && other.id !== id),
  }
}

type Request = { path: string; done: string; body: object } | { code: string; field?: string }

type Act = (form: FormData, api: Api) => Request | Promise<Request>

/** What each form asks for. */
const acts: Record<string, Act> = {
  certificate: async (form, api) => ({
    path: "certificate",
    done: "certified",
    body: await certificateOf(api, form),
  }),
  list: () => ({ path: "list", done: "listed", body: {} }),
  pack: (form) => {
    const units = unitsOf(form)
    if (units === null) return bad("units")
    return { path: "pack", done: "packed", body: { variant_id: textOf(form, "variant_id"), units } }
  },
  damage: damageOf,
  move: (form) => {
    const units = unitsOf(form)
    if (units === null) return bad("move_units")
    const [line_item_id, to_lot_id, reason] = [
      textOf(form, "line_item_id"),
      textOf(form, "to_lot_id"),
      textOf(form, "reason"),
    ]
    return { path: "moves", done: "moved", body: { line_item_id, to_lot_id, units, reason } }
  },
  recall: (form) =>
    form.get("sure")
      ? { path: "recall", done: "recalled", body: {} }
      : { code: "sure_missing", field: "sure" },
}

async function requestOf(api: Api, intent: string, form: FormData): Promise<Request> {
  const act = acts[intent]
  return act ? await act(form, api) : { code: "intent_unknown" }
}

function unitsOf(form: FormData): number | null {
  const units = Number(textOf(form, "units").normalize("NFKC"))
  return Number.isInteger(units) && units > 0 ? units : null
}

async function certificateOf(api: Api, form: FormData): Promise<object> {
  const file = form.get("file")
  const isGiven = file instanceof File && file.size > 0
  return {
    number: textOf(form, "number"),
    issued_on: textOf(form, "issued_on"),
    tests: textOf(form, "tests") || null,
    // A file that is refused ends it here: a certificate is given once, and would stay without.
    file_url: isGiven ? await uploadCertificate(api, file) : null,
  }
}

function damageOf(form: FormData): Request {
  const what = textOf(form, "what")
  const reason = textOf(form, "reason")
  const done = "damaged"
  if (what === "loose") {
    const grams = wholeOf(textOf(form, "amount"), 3)
    return grams === null ? bad("amount") : { path: "damage", done, body: { grams, reason } }
  }
  const units = Number(textOf(form, "amount").normalize("NFKC"))
  if (!Number.isInteger(units)) return bad("amount")
  return { path: "damage", done, body: { variant_id: what, units, reason } }
}

export type NewLot = {
  deliveries: SellerDeliveriesResponse["deliveries"]
  lots: SellerLotsResponse["lots"]
  processes: LotProcessesResponse["processes"]
}

/** Answers a visit to making a lot: what there is to make it of, and the sealing. */
export async function answerNewLot(context: SellerContext): Promise<DeskAnswer<NewLot>> {
  return await answerDesk(context, {
    read: async (api) => {
      const [{ deliveries }, { lots }, { processes }] = await Promise.all([
        api.fetch<SellerDeliveriesResponse>("/seller/deliveries", {
          query: { state: "ready", limit: 200 },
        }),
        api.fetch<SellerLotsResponse>("/seller/lots", { query: { limit: 200 } }),
        api.fetch<LotProcessesResponse>("/seller/lots/processes"),
      ])
      const usable = lots.filter(
        ({ status, unpacked_g }) => status !== "recalled" && unpacked_g > 0,
      )
      return { deliveries, lots: usable, processes }
    },
    act: async (api, intent, form) => {
      if (intent === "declare") return await declare(api, form)
      const asked = lotOf(form)
      if ("wrong" in asked) return bad(asked.wrong)
      const { lot } = await api.fetch<SellerLotSheetResponse>("/seller/lots", {
        method: "POST",
        body: asked.lot,
      })
      return paths.seller.lot(lot.id, { done: "made" })
    },
    fieldOf: ({ code }, { sheet, typed }) =>
      code === "lot_input_over" ? overtakenField(typed, sheet.lots) : NEW_LOT_FIELDS[code],
  })
}

async function declare(api: Api, form: FormData): Promise<string | ReturnType<typeof bad>> {
  const max_yield_basis_points = wholeOf(textOf(form, "yield"), 2)
  if (max_yield_basis_points === null) return bad("yield")
  const name = textOf(form, "process_name")
  const product_kind = textOf(form, "process_kind")
  await api.fetch<unknown>("/seller/lots/processes", {
    method: "POST",
    body: { name, product_kind, max_yield_basis_points },
  })
  return paths.seller.newLot()
}
