import { shanghaiDay } from "~/lib/format"

import { isMonth, shiftMonth } from "../month"

/**
 * What an address of the overview asks for. Every choice is in the address, so that it can be kept,
 * sent on, printed and gone back to; nothing is remembered elsewhere.
 */
const names = ["period", "circle", "seller", "product", "as_of", "sort"] as const

export type Query = Partial<Record<(typeof names)[number], string>>

/** The part of an address that the overview knows; empty values are none. */
export function queryOf(params: URLSearchParams): Query {
  const query: Query = {}
  for (const name of names) {
    const value = params.get(name)?.trim()
    if (value) query[name] = value
  }
  return query
}

/** Is this a period that has begun: `2026-11`, `2026`, or `2026-03-01..2026-05-31`? */
export function isPeriod(text: string, now: Date): boolean {
  const today = shanghaiDay(now)
  if (isMonth(text)) return text <= today.slice(0, 7)
  if (/^20\d{2}$/.test(text)) return text <= today.slice(0, 4)
  const [from = "", to = "", ...more] = text.split("..")
  return more.length === 0 && isDay(from) && isDay(to) && from <= to && from <= today
}

/** The periods one is most likely to want: the running month, the two before, and this year. */
export function usualPeriods(now: Date): string[] {
  const today = shanghaiDay(now)
  const month = today.slice(0, 7)
  return [month, shiftMonth(month, -1), shiftMonth(month, -2), today.slice(0, 4)]
}

/** The three fields with which a reader sets days of one's own, as they were typed. */
export type OwnDays = { from: string; to: string; at: string }

export type OwnRefusal = "missing" | "wrong" | "before_from" | "not_begun" | "at_wrong"

export type OwnAsked = {
  typed: OwnDays
  refusals: Partial<Record<keyof OwnDays, OwnRefusal>>
  /** Where the form leads; null when something in it was refused. */
  query: Query | null
}

/** Reads the form of one's own days. Null when the address is not from that form. */
export function readOwnDays(params: URLSearchParams, now: Date): OwnAsked | null {
  const typed = { from: read(params, "from"), to: read(params, "to"), at: read(params, "at") }
  if (!["from", "to", "at"].some((name) => params.has(name))) return null
  const refusals = refusalsOf(typed, now)
  if (Object.keys(refusals).length > 0) return { typed, refusals, query: null }
  const query: Query = { ...queryOf(params) }
  if (typed.from) query.period = `${typed.from}..${typed.to}`
  if (typed.at) query.as_of = instantOf(typed.at)?.toISOString()
  else delete query.as_of
  return { typed, refusals, query }
}

function refusalsOf({ from, to, at }: OwnDays, now: Date): OwnAsked["refusals"] {
  // A moment alone is enough: then the period stays as it is.
  const refusals = from || to || !at ? daysRefused(from, to, now) : {}
  const instant = at ? instantOf(at) : null
  return at && (!instant || instant > now) ? { ...refusals, at: "at_wrong" } : refusals
}

function daysRefused(from: string, to: string, now: Date): OwnAsked["refusals"] {
  const refusals: OwnAsked["refusals"] = {}
  const [first, last] = [dayRefusal(from, now), dayRefusal(to, null)]
  if (first) refusals.from = first
  if (last) refusals.to = last
  else if (!first && to < from) refusals.to = "before_from"
  return refusals
}

function dayRefusal(day: string, now: Date | null): OwnRefusal | null {
  if (!day) return "missing"
  if (!isDay(day)) return "wrong"
  return now && day > shanghaiDay(now) ? "not_begun" : null
}

function isDay(text: string): boolean {
  if (!/^20\d{2}-\d{2}-\d{2}$/.test(text)) return false
  const time = new Date(`${text}T00:00:00Z`)
  return !Number.isNaN(time.getTime()) && time.toISOString().startsWith(text)
}

/** What `<input type="datetime-local">` sends, read as Shanghai's clock. */
function instantOf(text: string): Date | null {
  if (!/^20\d{2}-\d{2}-\d{2}T\d{2}:\d{2}$/.test(text)) return null
  const instant = new Date(`${text}:00+08:00`)
  return Number.isNaN(instant.getTime()) ? null : instant
}

function read(params: URLSearchParams, name: string): string {
  return params.get(name)?.trim() ?? ""
}
