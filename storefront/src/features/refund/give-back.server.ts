import type { SellerConsignment } from "@shangxing/marketplace/types/http"
import type {
  RefundBody,
  RefundClaim,
  RefundPreview,
  RefundPreviewResponse,
} from "@shangxing/marketplace/types/payouts"

import { pick } from "~/i18n/catalogue"
import { giveBack as words } from "~/i18n/seller/give-back"
import type { Api, ApiError } from "~/lib/api"
import { attempt } from "~/lib/attempt"
import type { Locale } from "~/lib/locale"

import {
  checkGiveBack,
  type GiveBackErrors,
  type GiveBackFields,
  type GiveBackStep,
} from "./give-back-form"

/** A form of giving money back as it stands on the page. */
export type GiveBack = {
  fields: GiveBackFields
  errors: GiveBackErrors
  /** The fields hold and the amount is told once more before it is given back. */
  preview: RefundPreview | null
  notice: "session_over" | "down" | { message: string } | null
  status: number
}

export type GiveBackAnswer = { done: "refunded" | "cancelled" } | { giveBack: GiveBack }

/** Checks the form, tells what it will do, or does it. What was typed is there in every answer. */
export async function settleGiveBack(
  api: Api,
  consignment: SellerConsignment,
  { fields, step }: { fields: GiveBackFields; step: GiveBackStep },
  locale: Locale,
): Promise<GiveBackAnswer> {
  const kept = keptGiveBack(fields, null)
  if (step === "edit") return { giveBack: kept }
  const { errors, claims, isWell } = checkGiveBack(fields, consignment.lines)
  if (!isWell) return { giveBack: { ...kept, errors, status: 400 } }
  if (step === "do") {
    const done = await attempt(send(api, consignment.id, fields, locale))
    if (done.ok) return { done: fields.kind === "refund" ? "refunded" : "cancelled" }
    return { giveBack: refused(kept, done.error) }
  }
  return { giveBack: await tellFirst(api, consignment, kept, claims) }
}

async function tellFirst(
  api: Api,
  { id, captured_fen, refunded_fen }: SellerConsignment,
  kept: GiveBack,
  lines: RefundClaim[],
): Promise<GiveBack> {
  const { kind, scope } = kept.fields
  if (kind === "cancel" && captured_fen === refunded_fen) return checking(kept, nothing)
  const body = kind === "cancel" || scope === "whole" ? { whole: true } : { lines }
  const path = `${pathOf(id)}/refund/preview`
  const told = await attempt(api.fetch<RefundPreviewResponse>(path, { method: "POST", body }))
  return told.ok ? checking(kept, told.value.preview) : refused(kept, told.error)
}

/** What was typed, when nothing came of it. */
export function keptGiveBack(fields: GiveBackFields, notice: GiveBack["notice"]): GiveBack {
  return { fields, errors: { parts: {} }, preview: null, notice, status: 200 }
}

const nothing: RefundPreview = {
  amount_fen: 0,
  lines: [],
  commission_back_fen: 0,
  commission_tax_back_fen: 0,
  seller_fen: 0,
  left_fen: 0,
}

function checking(kept: GiveBack, preview: RefundPreview): GiveBack {
  const { fields } = kept
  // A name for this refund: pressed twice, it is made once.
  const requestId = fields.requestId || crypto.randomUUID()
  const told = new Map(preview.lines.map((line) => [line.line_item_id, line.amount_fen]))
  const parts = fields.parts.map((part) => ({ ...part, fen: told.get(part.id) ?? 0 }))
  return {
    ...kept,
    preview,
    fields: { ...fields, parts, requestId, amountFen: preview.amount_fen },
  }
}

function refused(kept: GiveBack, error: ApiError): GiveBack {
  if (error.status === 401) return { ...kept, status: 401, notice: "session_over" }
  if (error.status >= 500) return { ...kept, status: 503, notice: "down" }
  return { ...kept, status: error.status, notice: { message: error.message } }
}

async function send(api: Api, id: string, fields: GiveBackFields, locale: Locale): Promise<void> {
  const reason = reasonOf(fields, locale)
  const body: RefundBody | { reason: string } =
    fields.kind === "cancel"
      ? { reason }
      : {
          reason,
          amount_fen: fields.amountFen,
          request_id: fields.requestId,
          ...linesOf(fields),
        }
  await api.fetch<unknown>(`${pathOf(id)}/${fields.kind}`, { method: "POST", body })
}

/** Which goods the money is for, as it was told: it is taken back from those alone. */
function linesOf({ scope, parts }: GiveBackFields): Pick<RefundBody, "lines"> {
  const lines = parts
    .filter(({ fen }) => scope === "part" && fen > 0)
    .map(({ id, fen }) => ({ line_item_id: id, amount_fen: fen }))
  return lines.length > 0 ? { lines } : {}
}

/** What is kept on record: the reason in words, what was claimed, and the note. */
function reasonOf(fields: GiveBackFields, locale: Locale): string {
  const t = pick(locale, words)
  const reasons: Record<string, string> = { ...t.refundReasons, ...t.cancelReasons }
  const isPart = fields.kind === "refund" && fields.scope === "part"
  const parts = (isPart ? fields.parts : [])
    .filter(({ amount }) => amount !== "")
    .map(({ title, amount, unit }) => `${title} ${amount} ${t.units[unit]}`)
  const said = [reasons[fields.reason] ?? "", ...parts, fields.note].filter(Boolean).join("；")
  return said.slice(0, longestReason)
}

/** As the backend takes it. */
const longestReason = 300

function pathOf(id: string): string {
  return `/seller/consignments/${encodeURIComponent(id)}`
}
