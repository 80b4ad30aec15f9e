import { wholeOf } from "~/features/deliveries/weigh-fields"

/**
 * Forms about money for households, as the wire wants them. What is missing is a code that the page says
 * beside its field; whether it may be recorded the backend decides.
 */

export type FormRefusal = { code: string }

/** Which field a refusal belongs to: ours by their codes, the backend's by theirs. */
const FIELD: Record<string, string> = {
  none_chosen: "receipts",
  receipt_already_paid: "receipts",
  receipt_not_paid: "receipts",
  receipt_already_confirmed: "receipts",
  receipt_households_mixed: "receipts",
  evidence_missing: "evidence",
  photo_refused: "photo",
  receipt_photo_foreign: "photo",
  day_missing: "day",
  receipt_day_future: "day",
  code_missing: "code",
  household_code_wrong: "code",
  household_code_closed: "code",
  household_code_unset: "code",
  worker_missing: "worker",
  sheet_missing: "sheet",
  amount_wrong: "amount",
  household_missing: "household_id",
  household_unknown: "household_id",
  note_missing: "note",
  sure_missing: "sure",
}

type Notice = { code: string; message: string } | string | null

/** The sentence for one field, when the refusal belongs to it. */
export function fieldError(
  notice: Notice,
  field: string,
  words: Record<string, string>,
): string | undefined {
  if (notice === null || typeof notice === "string" || FIELD[notice.code] !== field) {
    return undefined
  }
  return words[notice.code] ?? notice.message
}

/** Whether a refusal is said beside a field, and need not be said at the head of the page. */
export function isBesideField(notice: Notice): boolean {
  return notice !== null && typeof notice !== "string" && FIELD[notice.code] !== undefined
}

const DAY = /^\d{4}-\d{2}-\d{2}$/

type Typed = (name: string) => string

export type PayRequest = {
  receipt_ids: string[]
  paid_on: string
  via: string
  evidence?: string
  note?: string
}

export function payOf(
  text: Typed,
  receipt_ids: string[],
  hasPhoto: boolean,
): PayRequest | FormRefusal {
  if (receipt_ids.length === 0) return { code: "none_chosen" }
  const paid_on = text("day")
  if (!DAY.test(paid_on)) return { code: "day_missing" }
  const evidence = text("evidence")
  if (evidence === "" && !hasPhoto) return { code: "evidence_missing" }
  return {
    receipt_ids,
    paid_on,
    via: text("via") || "bank",
    ...given({ evidence, ...noteIn(text) }),
  }
}

export type ConfirmRequest =
  | { via: "household_code"; receipt_ids: string[]; code: string }
  | {
      via: "station" | "signed_sheet"
      receipt_ids: string[]
      confirmed_on: string
      evidence?: string
    }

/** `intent` is the form's button: by code, through the station, on a signed sheet. */
export function confirmOf(
  intent: string,
  text: Typed,
  receipt_ids: string[],
  hasPhoto: boolean,
): ConfirmRequest | FormRefusal {
  if (receipt_ids.length === 0) return { code: "none_chosen" }
  if (intent === "code") {
    const code = text("code").normalize("NFKC")
    return code === "" ? { code: "code_missing" } : { via: "household_code", receipt_ids, code }
  }
  const confirmed_on = text("day")
  if (!DAY.test(confirmed_on)) return { code: "day_missing" }
  if (intent === "station") {
    const evidence = text("worker")
    if (evidence === "") return { code: "worker_missing" }
    return { via: "station", receipt_ids, confirmed_on, evidence }
  }
  const evidence = text("sheet")
  if (evidence === "" && !hasPhoto) return { code: "sheet_missing" }
  return { via: "signed_sheet", receipt_ids, confirmed_on, ...given({ evidence }) }
}

export type OweRequest = {
  household_id: string
  channel: string
  amount_fen: number
  arose_on: string
  due_on?: string
  note?: string
  form_id: string
}

export function oweOf(text: Typed): OweRequest | FormRefusal {
  const household_id = text("household_id")
  if (household_id === "") return { code: "household_missing" }
  const amount_fen = wholeOf(text("amount"), 2)
  if (amount_fen === null || amount_fen === 0) return { code: "amount_wrong" }
  const arose_on = text("day")
  if (!DAY.test(arose_on)) return { code: "day_missing" }
  const due = text("due_on")
  return {
    household_id,
    channel: text("channel"),
    amount_fen,
    arose_on,
    form_id: text("form_id"),
    ...given({ due_on: due, ...noteIn(text) }),
  }
}

/** A period as typed or linked: `2026-10`, `2026`; `null` when it is none. */
export function periodOf(asked: string | null, fallback: string): string | null {
  if (asked === null || asked === "") return fallback
  return /^20\d\d(-(0[1-9]|1[0-2]))?$/.test(asked) ? asked : null
}

function noteIn(text: Typed): { note: string } {
  return { note: text("note") }
}

/** Leaves out what was not typed. */
function given<T extends Record<string, string>>(fields: T): Partial<T> {
  const typed = Object.entries(fields).filter(([, value]) => value !== "")
  return Object.fromEntries(typed) as Partial<T>
}
