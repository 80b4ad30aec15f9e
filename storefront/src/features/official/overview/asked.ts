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

export type OwnRefusal =
  "missing" | "wrong" | "before_from" | "not_begun" | "too_long" | "at_wrong" | "at_before_days"

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
  const moment = typed.at ? instantOf(typed.at) : null
  if (moment) query.as_of = moment.toISOString()
  else delete query.as_of
  // A month that had not begun at that moment gives way to the one that ran then.
  if (moment && query.period && !isPeriod(query.period, moment)) delete query.period
  return { typed, refusals, query }
}

function refusalsOf({ from, to, at }: OwnDays, now: Date): OwnAsked["refusals"] {
  // A moment alone is enough: then the period stays as it is.
  const refusals = from || to || !at ? daysRefused(from, to, now) : {}
  const refused = at ? momentRefused(at, from, now) : null
  return refused ? { ...refusals, at: refused } : refusals
}

function momentRefused(at: string, from: string, now: Date): OwnRefusal | null {
  const instant = instantOf(at)
  if (!instant || instant > now) return "at_wrong"
  return from > shanghaiDay(instant) ? "at_before_days" : null
}

function daysRefused(from: string, to: string, now: Date): OwnAsked["refusals"] {
  const refusals: OwnAsked["refusals"] = {}
  const [first, last] = [dayRefusal(from, now), dayRefusal(to, null)]
  if (first) refusals.from = first
  if (last) refusals.to = last
  else if (!first) {
    const wrong = to < from ? "before_from" : isTooLong(from, to) ? "too_long" : null
    if (wrong) refusals.to = wrong
  }
  return refusals
}

/** The books are asked about five years at most. */
function isTooLong(from: string, to: string): boolean {
  return to >= `${Number(from.slice(0, 4)) + 5}${from.slice(4)}`
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
