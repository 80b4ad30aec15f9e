import type { SellerReceiptsResponse } from "@shangxing/attribution/types/http"
import type {
  ReceiptDeskResponse,
  SellerReceiptResponse,
} from "@shangxing/attribution/types/receipts"
import type { SellerHousehold, SellerHouseholdsResponse } from "@shangxing/provenance/types/http"

import { answerDesk, type DeskAnswer } from "~/features/lots/desk.server"
import { uploadPhotos } from "~/features/seller/upload.server"
import type { SellerContext } from "~/features/seller/visit.server"
import type { Api } from "~/lib/api"
import { textOf } from "~/lib/form"
import { paths } from "~/paths"

import { confirmOf, oweOf, payOf } from "./receipt-forms"

export const RECEIPT_STATES = ["due", "overdue", "paid", "received", "disputed", "voided"] as const
export type ListState = (typeof RECEIPT_STATES)[number]

export const PER_PAGE = 60

export type ReceiptDesk = ReceiptDeskResponse & { page: SellerReceiptsResponse }
export type ReceiptsAsked = { state: ListState; household: string | null; page: number }

/** What the address asks for; without a state, what has to be paid. */
export function askedOf(url: URL): ReceiptsAsked {
  const asked = url.searchParams.get("state")
  return {
    state: RECEIPT_STATES.find((one) => one === asked) ?? "due",
    household: url.searchParams.get("household"),
    page: Math.max(1, Math.floor(Number(url.searchParams.get("page")) || 1)),
  }
}

/** The list: what is to be paid or confirmed, and doing it for the chosen ones. */
export async function answerReceipts(
  context: SellerContext,
  asked: ReceiptsAsked,
): Promise<DeskAnswer<ReceiptDesk>> {
  return await answerDesk(context, {
    read: (api) => readDesk(api, asked),
    act: async (api, intent, form) => {
      const photo = photoIn(form)
      const ids = form.getAll("receipt").filter((id) => typeof id === "string")
      const text = (name: string) => textOf(form, name)
      const isPayment = intent === "pay"
      const request = isPayment
        ? payOf(text, ids, photo !== null)
        : confirmOf(intent, text, ids, photo !== null)
      if (!("receipt_ids" in request)) return request
      const photo_url = photo ? await uploaded(api, photo) : undefined
      if (photo_url === null) return { code: "photo_refused" }
      await api.fetch<unknown>(`/seller/receipts/${isPayment ? "pay" : "confirm"}`, {
        method: "POST",
        body: { ...request, photo_url },
      })
      const household = asked.household ?? undefined
      const done = isPayment ? "paid" : "confirmed"
      return paths.seller.receipts({ state: asked.state, household, done })
    },
  })
}

async function readDesk(api: Api, { state, household, page }: ReceiptsAsked): Promise<ReceiptDesk> {
  const order = state === "due" || state === "overdue" ? "due" : "latest"
  const query = {
    state,
    order,
    household: household ?? undefined,
    limit: PER_PAGE,
    offset: (page - 1) * PER_PAGE,
  }
  const [desk, list] = await Promise.all([
    api.fetch<ReceiptDeskResponse>("/seller/receipts/desk"),
    api.fetch<SellerReceiptsResponse>("/seller/receipts", { query }),
  ])
  return { ...desk, page: list }
}

function photoIn(form: FormData): File | null {
  const file = form.get("photo")
  return file instanceof File && file.size > 0 ? file : null
}

/** Where the photo is kept; `null` when it was refused. */
async function uploaded(api: Api, photo: File): Promise<string | null> {
  return (await uploadPhotos(api, [photo])).urls[0] ?? null
}

/** One receipt: what happened to it, a dispute, its end. */
export async function answerReceipt(
  context: SellerContext,
  id: string,
): Promise<DeskAnswer<SellerReceiptResponse>> {
  const at = `/seller/receipts/${encodeURIComponent(id)}`
  return await answerDesk(context, {
    read: (api) => api.fetch<SellerReceiptResponse>(at),
    act: async (api, intent, form) => {
      const act = { dispute: "dispute", settle: "settle", void: "void" }[intent]
      if (!act) return { code: "bad" }
      const note = textOf(form, "note")
      if (note.length < 2) return { code: "note_missing" }
      if (act === "void" && !form.get("sure")) return { code: "sure_missing" }
      await api.fetch<unknown>(`${at}/facts`, { method: "POST", body: { act, note } })
      return paths.seller.receipt(id, { done: act === "void" ? "voided" : "said" })
    },
  })
}

/** A wage, rent, dividend or subsidy: its form, and writing it down. */
export async function answerOwe(context: SellerContext): Promise<DeskAnswer<SellerHousehold[]>> {
  return await answerDesk(context, {
    read: async (api) =>
      (await api.fetch<SellerHouseholdsResponse>("/seller/households")).households.filter(
        ({ is_member }) => is_member,
      ),
    act: async (api, _intent, form) => {
      const request = oweOf((name) => textOf(form, name))
      if (!("form_id" in request)) return request
      const { receipt } = await api.fetch<{ receipt: { id: string } }>("/seller/receipts", {
        method: "POST",
        body: request,
      })
      return paths.seller.receipt(receipt.id, { done: "owed" })
    },
  })
}
