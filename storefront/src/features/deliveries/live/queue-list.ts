import { weighbridge } from "~/i18n/seller/weighbridge"
import { bilingual, dateTime, money } from "~/lib/format"

import type { QueuedRow } from "../queue"
import type { Offline } from "./weighbridge"

type Acts = { mend: (row: QueuedRow) => void; drop: (row: QueuedRow) => void }

const SHOWN = 40

/** The queue as a list: what waits, what was received, and why something was returned. */
export function showQueue(rows: readonly QueuedRow[], offline: Offline, acts: Acts): void {
  const list = document.querySelector("[data-queue-rows]")
  const empty = document.querySelector<HTMLElement>("[data-queue-empty]")
  if (!list || !empty) return
  empty.hidden = rows.length > 0
  list.replaceChildren(...rows.slice(0, SHOWN).map((row) => item(row, offline, acts)))
}

function item(queued: QueuedRow, offline: Offline, acts: Acts): HTMLElement {
  const t = weighbridge[offline.locale]
  const { row, name } = queued
  const state = stateOf(queued)
  const entry = document.createElement("li")
  const what = element("p", "what", `${name} · ${row.net_g / 1000} kg ${row.grade}`)
  const fen = Math.floor((2 * row.net_g * row.price_fen_per_kg + 1000) / 2000)
  const facts = `${dateTime(row.weighed_at, offline.locale)} · ${money(fen, offline.locale)}`
  what.append(element("small", "", facts))
  const chip = element("span", "chip", t.states[state])
  chip.dataset.s = { waiting: "wait", recorded: "ok", unconfirmed: "held", refused: "no" }[state]
  entry.append(what, chip)
  const why = whyOf(queued, offline, acts)
  if (why) entry.append(why)
  return entry
}

function stateOf({ verdict }: QueuedRow): "waiting" | "recorded" | "unconfirmed" | "refused" {
  if (verdict === null) return "waiting"
  if (verdict.state === "refused") return "refused"
  return verdict.is_confirmed ? "recorded" : "unconfirmed"
}

function whyOf(queued: QueuedRow, offline: Offline, acts: Acts): HTMLElement | null {
  const t = weighbridge[offline.locale]
  const { verdict } = queued
  if (verdict === null) return null
  const why = element("div", verdict.message ? "why" : "more", "")
  if (verdict.message) why.append(element("p", "", bilingual(verdict.message, offline.locale)))
  const buttons = element("div", "acts", "")
  if (verdict.state === "refused") {
    buttons.append(
      button("btn main", t.again, () => {
        acts.mend(queued)
      }),
      button("btn", t.drop, () => {
        acts.drop(queued)
      }),
    )
  } else if (verdict.delivery_id) {
    const link = document.createElement("a")
    link.className = "btn"
    link.href = offline.delivery + encodeURIComponent(verdict.delivery_id)
    link.textContent = t.receipt
    buttons.append(link)
  }
  why.append(buttons)
  return why
}

function button(className: string, text: string, act: () => void): HTMLElement {
  const made = document.createElement("button")
  made.type = "button"
  made.className = className
  made.textContent = text
  made.addEventListener("click", act)
  return made
}

function element(
  tag: "p" | "small" | "span" | "div",
  className: string,
  text: string,
): HTMLElement {
  const made = document.createElement(tag)
  if (className) made.className = className
  made.textContent = text
  return made
}
