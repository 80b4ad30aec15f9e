import type {
  SellerAgreement,
  SellerAgreementResponse,
  SellerAgreementsResponse,
  SellerArchiveResponse,
  SellerHousehold,
  SellerHouseholdsResponse,
} from "@shangxing/provenance/types/http"

import { answerDesk, type DeskAnswer, type Refusal } from "~/features/lots/desk.server"
import { type RefusedPhoto, uploadPhotos } from "~/features/seller/upload.server"
import type { SellerContext } from "~/features/seller/visit.server"
import type { Api } from "~/lib/api"
import { textOf } from "~/lib/form"
import { paths } from "~/paths"

import { termsOf } from "./terms"

const bad = (field: string) => ({ code: "bad", field })

/** Which field of the terms a refusal is about. */
const TERM_FIELDS: Record<string, string | undefined> = {
  agreement_effective_invalid: "effective_from",
  agreement_floor_invalid: "floors",
  agreement_number_taken: "number",
  agreement_party_missing: "product_kind",
  agreement_rebate_invalid: "rebate_value",
  agreement_term_invalid: "ends_on",
}

const fieldOf = ({ code }: Refusal) => TERM_FIELDS[code]

const householdsOf = async (api: Api): Promise<SellerHousehold[]> =>
  (await api.fetch<SellerHouseholdsResponse>("/seller/households")).households

export async function answerAgreements(
  context: SellerContext,
): Promise<DeskAnswer<SellerAgreement[]>> {
  return await answerDesk(context, {
    read: async (api) =>
      (await api.fetch<SellerAgreementsResponse>("/seller/agreements")).agreements,
    act: () => Promise.resolve(paths.seller.agreements()),
  })
}

/** A new agreement: its form, and its first draft. */
export async function answerNewAgreement(
  context: SellerContext,
): Promise<DeskAnswer<SellerHousehold[]>> {
  return await answerDesk(context, {
    read: householdsOf,
    act: async (api, _intent, form) => {
      const asked = termsOf(form)
      if ("wrong" in asked) return bad(asked.wrong)
      const { agreement } = await api.fetch<SellerAgreementResponse>("/seller/agreements", {
        method: "POST",
        body: { number: textOf(form, "number"), terms: asked.terms },
      })
      return `${paths.seller.agreement(agreement.id)}?done=saved`
    },
    fieldOf,
  })
}

export type AgreementDesk = { agreement: SellerAgreement; households: SellerHousehold[] }

/** One agreement: its versions, the next draft, and its publication. */
export async function answerAgreement(
  context: SellerContext,
  id: string,
): Promise<DeskAnswer<AgreementDesk>> {
  const at = `/seller/agreements/${encodeURIComponent(id)}`
  return await answerDesk(context, {
    read: async (api) => {
      const [{ agreement }, households] = await Promise.all([
        api.fetch<SellerAgreementResponse>(at),
        householdsOf(api),
      ])
      return { agreement, households }
    },
    act: async (api, intent, form) => {
      if (intent === "publish") {
        const effective_from = textOf(form, "effective_from")
        await api.fetch<unknown>(`${at}/publish`, { method: "POST", body: { effective_from } })
        return `${paths.seller.agreement(id)}?done=published`
      }
      const asked = termsOf(form)
      if ("wrong" in asked) return bad(asked.wrong)
      await api.fetch<unknown>(`${at}/versions`, { method: "POST", body: asked.terms })
      return `${paths.seller.agreement(id)}?done=saved`
    },
    fieldOf,
  })
}

function sayRefused(refused: readonly RefusedPhoto[]): string {
  return refused.map(({ name, message }) => [name, message].filter(Boolean).join("：")).join("；")
}

const ARCHIVE_FIELDS: Record<string, string | undefined> = {
  archive_entry_invalid: "happened_on",
  archive_photo_foreign: "files",
}

export type ArchiveDesk = { archive: SellerArchiveResponse; households: SellerHousehold[] }

/** The archive: what was done, and one more entry with its photos. */
export async function answerArchive(context: SellerContext): Promise<DeskAnswer<ArchiveDesk>> {
  return await answerDesk(context, {
    read: async (api) => {
      const [archive, households] = await Promise.all([
        api.fetch<SellerArchiveResponse>("/seller/archive", { query: { limit: 200 } }),
        householdsOf(api),
      ])
      return { archive, households }
    },
    act: async (api, _intent, form) => {
      const files = form.getAll("files").filter((file) => file instanceof File && file.size > 0)
      const { urls, refused } = await uploadPhotos(api, files as File[])
      // What is in the archive can't be added to: better none than an entry without its evidence.
      if (refused.length > 0) {
        return { code: "photo_refused", message: sayRefused(refused), field: "files" }
      }
      const body = {
        kind: textOf(form, "kind"),
        happened_on: textOf(form, "happened_on"),
        text: textOf(form, "text"),
        household_id: textOf(form, "household_id") || null,
        photos: urls,
      }
      await api.fetch<unknown>("/seller/archive", { method: "POST", body })
      return `${paths.seller.archive()}?done=added`
    },
    fieldOf: ({ code }) => ARCHIVE_FIELDS[code],
  })
}
