/** Forms of officials who keep stations and income lines: what was typed, and what is wrong with it. */
import { fenOfYuan } from "~/features/station/purchase-form"

export type FieldReason = "missing" | "short" | "amount" | "day" | "year" | "email" | "villages"
export type Typed = Record<string, string>
export type Reading =
  { ok: true; body: object } | { ok: false; errors: Record<string, FieldReason> }

/** Said in words, so left as written: a document is the one of a file only letter by letter. */
const WORDS = new Set(["name", "name_zh", "kind", "document", "subsidy_document", "reason"])

/** The texts of a form, trimmed; all but words in the signs of an ordinary keyboard. */
export function typedIn(form: FormData): Typed {
  return Object.fromEntries(
    [...form].flatMap(([name, value]) => {
      if (typeof value !== "string") return []
      return [[name, (WORDS.has(name) ? value : value.normalize("NFKC")).trim()]]
    }),
  )
}

type Check = (text: string) => FieldReason | null

const atLeast =
  (count: number): Check =>
  (text) =>
    text === "" ? "missing" : text.length < count ? "short" : null
const day: Check = (text) => (/^\d{4}-\d{2}-\d{2}$/.test(text) ? null : "day")
const year: Check = (text) => (/^20\d{2}$/.test(text) ? null : "year")
const amount: Check = (text) => (fenOfYuan(text) === null ? "amount" : null)
const email: Check = (text) => (/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(text) ? null : "email")
const perhaps =
  (check: Check): Check =>
  (text) =>
    text === "" ? null : check(text)

function wrongIn(typed: Typed, checks: Record<string, Check>): Record<string, FieldReason> {
  return Object.fromEntries(
    Object.entries(checks).flatMap(([name, check]) => {
      const reason = check(typed[name] ?? "")
      return reason ? [[name, reason]] : []
    }),
  )
}

function read(errors: Record<string, FieldReason>, body: () => object): Reading {
  return Object.keys(errors).length > 0 ? { ok: false, errors } : { ok: true, body: body() }
}

const subsidyChecks = {
  subsidy_year: year,
  subsidy_amount: amount,
  subsidy_document: atLeast(2),
}

function subsidyOf(typed: Typed): object {
  return {
    year: Number(typed.subsidy_year),
    amount_fen: fenOfYuan(typed.subsidy_amount ?? ""),
    document: typed.subsidy_document,
  }
}

/** A new station. Its subsidy is left out whole, or filled in whole; amounts become integer fen. */
export function readOpening(typed: Typed, villages: readonly string[]): Reading {
  const hasSubsidy = Boolean(typed.subsidy_amount) || Boolean(typed.subsidy_document)
  const errors = {
    ...wrongIn(typed, {
      code: atLeast(1),
      name_zh: atLeast(2),
      division_code: atLeast(6),
      opened_on: day,
      closed_on: perhaps(day),
      ...(hasSubsidy && subsidyChecks),
    }),
    ...(villages.length === 0 && { villages: "villages" as const }),
  }
  return read(errors, () => ({
    code: typed.code,
    name_zh: typed.name_zh,
    division_code: typed.division_code,
    opened_on: typed.opened_on,
    closed_on: typed.closed_on || null,
    village_codes: [...villages],
    subsidy: hasSubsidy ? subsidyOf(typed) : null,
  }))
}

export function readSubsidy(typed: Typed): Reading {
  return read(wrongIn(typed, subsidyChecks), () => subsidyOf(typed))
}

export function readWorker(typed: Typed): Reading {
  return read(wrongIn(typed, { name: atLeast(1), email }), () => ({
    name: typed.name,
    email: typed.email,
  }))
}

export function readEnding(typed: Typed): Reading {
  return read(wrongIn(typed, { reason: atLeast(2) }), () => ({ reason: typed.reason }))
}

export function readClosing(typed: Typed): Reading {
  return read(wrongIn(typed, { closed_on: day }), () => ({ closed_on: typed.closed_on }))
}

/** An income line: yuan for a person and year, with the document that says so. */
export function readIncomeLine(typed: Typed): Reading {
  const checks = {
    year,
    kind: atLeast(2),
    amount,
    document: atLeast(2),
    document_date: day,
  }
  return read(wrongIn(typed, checks), () => ({
    year: Number(typed.year),
    kind: typed.kind,
    amount_fen: fenOfYuan(typed.amount ?? ""),
    document: typed.document,
    document_date: typed.document_date,
    supersedes_id: typed.supersedes_id || null,
  }))
}

/** Beside which field the backend's refusal stands; others stand above the form. */
const FIELD_OF: Record<string, string> = {
  station_code_taken: "code",
  station_division_outside: "division_code",
  station_village_missing: "villages",
  station_village_outside: "villages",
  station_opens_ahead: "opened_on",
  station_closed_before_open: "closed_on",
  station_closed_already: "closed_on",
  subsidy_outside_opening: "subsidy_year",
  station_worker_email_taken: "email",
  income_line_year_ahead: "year",
  income_line_document_ahead: "document_date",
  income_line_document_older: "document_date",
  income_line_known: "kind",
  income_line_superseded: "kind",
}

/** The field that a refusal of the backend is about; `null` for the form as a whole. */
export function fieldOf(code: string): string | null {
  return FIELD_OF[code] ?? null
}
