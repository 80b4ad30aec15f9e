import type { SellerDeliveryResponse } from "@shangxing/provenance/types/http"

import { answerDesk, type DeskAnswer } from "~/features/lots/desk.server"
import type { SellerContext } from "~/features/seller/visit.server"
import type { Api } from "~/lib/api"
import { textOf } from "~/lib/form"
import { paths } from "~/paths"

export type Delivery = SellerDeliveryResponse["delivery"]

/** Which field of a delivery's forms a refusal is about. */
const FIELDS: Record<string, string | undefined> = {
  delivery_void_reason_missing: "reason",
  dispute_text_missing: "text",
  household_code_closed: "code",
  household_code_invalid: "new_code",
  household_code_unset: "code",
  household_code_weak: "new_code",
  household_code_witness_missing: "witness",
  household_code_wrong: "code",
  station_consent_missing: "consent",
  station_worker_is_clerk: "worker",
  station_worker_missing: "worker",
}

/** Answers a visit to one delivery: its receipt, its confirmation, its disputes, its end. */
export async function answerDelivery(
  context: SellerContext,
  id: string,
): Promise<DeskAnswer<Delivery>> {
  const at = `/seller/deliveries/${encodeURIComponent(id)}`
  const read = async (api: Api) => (await api.fetch<SellerDeliveryResponse>(at)).delivery
  const done = (word: string) => `${paths.seller.delivery(id)}?done=${word}`
  const post = (api: Api, path: string, body: object) =>
    api.fetch<unknown>(path, { method: "POST", body })
  return await answerDesk(context, {
    read,
    act: async (api, intent, form) => {
      const text = (name: string) => textOf(form, name)
      if (intent === "code") {
        const code = text("code").normalize("NFKC")
        await post(api, `${at}/confirm`, { via: "household_code", code })
        return done("confirmed")
      }
      if (intent === "station") {
        const by = { worker: text("worker"), consent: text("consent") }
        await post(api, `${at}/confirm`, { via: "station", ...by })
        return done("confirmed")
      }
      if (intent === "set_code") {
        const { household_id } = await read(api)
        const household = encodeURIComponent(household_id)
        const body = { code: text("new_code").normalize("NFKC"), witness: text("witness") }
        await post(api, `/seller/households/${household}/code`, body)
        return done("coded")
      }
      if (intent === "void") {
        await post(api, `${at}/void`, { reason: text("reason") })
        return done("voided")
      }
      await post(api, `${at}/disputes`, disputeOf(intent, form))
      return done("said")
    },
    fieldOf: ({ code }) => FIELDS[code],
  })
}

function disputeOf(intent: string, form: FormData): object {
  const kind = { open: "opened", answer: "answered" }[intent] ?? "resolved"
  const outcome = textOf(form, "outcome")
  return {
    kind,
    party: textOf(form, "party") || "seller",
    text: textOf(form, "text"),
    ...(kind === "resolved" && outcome !== "" ? { outcome } : {}),
  }
}
