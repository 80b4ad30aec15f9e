import type { SellerHousehold } from "@shangxing/provenance/types/http"

import { weighbridge } from "~/i18n/seller/weighbridge"
import type { Locale } from "~/lib/locale"

import { dropRow, isWaiting, putRow, rowsOf, sendWaiting, type QueuedRow } from "../queue"
import {
  checkWeighing,
  readWeighing,
  typedAgain,
  weighedRow,
  type WeighFields,
} from "../weigh-fields"
import { openKeypads } from "./keypad"
import { showQueue } from "./queue-list"
import { readAloud } from "./read-aloud"
import { complain, liveReadout } from "./readout"

/**
 * What a browser with scripts adds to the weighbridge: every weighing goes into the phone's own queue
 * before anything is sent, and the page itself opens without a network.
 */

export type Offline = {
  seller: string
  locale: Locale
  sync: string
  worker: string
  page: string
  delivery: string
  households: Pick<SellerHousehold, "id" | "masked_name" | "floors">[]
}

const form = document.querySelector<HTMLFormElement>("[data-weigh]")
const said = document.querySelector("#weighbridge-offline")?.textContent
if (form && said) open(form, JSON.parse(said) as Offline)

function open(weighing: HTMLFormElement, offline: Offline): void {
  const t = weighbridge[offline.locale]
  if (offline.seller === "" || !("indexedDB" in window)) return
  const readout = liveReadout(weighing, offline)
  weighing.dataset.live = ""
  const keypads = openKeypads(weighing)
  const aloud = weighing.querySelector<HTMLButtonElement>("[data-aloud]")
  if (aloud) readAloud(aloud, offline.locale, readout.words)
  const tell = connection(t)
  findHousehold(weighing)

  async function refresh(): Promise<QueuedRow[]> {
    const rows = await rowsOf(offline.seller)
    showQueue(rows, offline, { mend, drop })
    return rows
  }

  async function send(): Promise<void> {
    const before = (await refresh()).filter(isWaiting).length
    if (before > 0 && navigator.onLine) tell("online", before)
    const sent = await sendWaiting(offline.seller, offline.sync)
    const left = (await refresh()).filter(isWaiting).length
    tell(sent === "sent" ? "online" : sent, left)
  }

  /** Puts a returned row back into the form under a new id, so that it can be sent again. */
  function mend(queued: QueuedRow): void {
    refill(weighing, typedAgain(queued.row))
    void dropRow(queued.id).then(refresh)
    readout.show()
    weighing.scrollIntoView()
  }

  function drop(queued: QueuedRow): void {
    if (window.confirm(t.dropAsk)) void dropRow(queued.id).then(refresh)
  }

  weighing.addEventListener("submit", (event) => {
    event.preventDefault()
    void record()
  })

  async function record(): Promise<void> {
    const fields = { ...readWeighing(new FormData(weighing)), clientId: crypto.randomUUID() }
    if (!complain(weighing, checkWeighing(fields), offline.locale)) return
    const name = offline.households.find(({ id }) => id === fields.household)?.masked_name ?? ""
    const row = weighedRow(fields, new Date().toISOString())
    await putRow({ id: fields.clientId, seller: offline.seller, row, name, verdict: null })
    readout.clear()
    keypads.restart()
    const done = document.querySelector("[data-done]")
    if (done) done.textContent = t.done
    await send()
    document.querySelector("#q")?.scrollIntoView({ block: "start" })
  }

  window.addEventListener("online", () => void send())
  window.addEventListener("offline", () => void send())
  void send()
  openWithoutNetwork(offline)
}

/** Keeps the page itself on the phone, and shows what only a browser with scripts has. */
function openWithoutNetwork({ worker, page }: Offline): void {
  document.querySelector("[data-queue]")?.toggleAttribute("hidden", false)
  document.querySelector("[data-queue-link]")?.toggleAttribute("hidden", false)
  if (!("serviceWorker" in navigator)) return
  void keepPage(worker, page).catch(() => {
    // Without it the page needs the network to open; the queue works all the same.
  })
}

async function keepPage(worker: string, page: string): Promise<void> {
  await navigator.serviceWorker.register(worker, { scope: page })
  const { active } = await navigator.serviceWorker.ready
  const parts = performance.getEntriesByType("resource").map(({ name }) => name)
  active?.postMessage({ keep: [new URL(page, location.origin).href, ...parts] })
}

function refill(weighing: HTMLFormElement, fields: Partial<WeighFields>): void {
  for (const [name, value] of Object.entries(fields)) {
    const control = weighing.elements.namedItem(name)
    if (control instanceof HTMLInputElement || control instanceof RadioNodeList) {
      control.value = value
    }
  }
}

function connection(t: (typeof weighbridge)[Locale]) {
  const line = document.querySelector<HTMLElement>("[data-connection]")
  return (how: "online" | "offline" | "signed_out", waiting: number) => {
    const [title, lead] = line?.children ?? []
    if (!line || !title || !lead) return
    line.hidden = false
    line.classList.toggle("off", how !== "online")
    title.textContent = how === "online" ? t.online : how === "offline" ? t.offline : ""
    lead.textContent = {
      online: t.waitingLead(waiting),
      offline: t.offlineLead(waiting),
      signed_out: t.signedOut,
    }[how]
    const count = document.querySelector("[data-waiting]")
    if (count) count.textContent = waiting > 0 ? String(waiting) : ""
  }
}

/** Finds a household by the last digits of its id, its village or its family name. */
function findHousehold(weighing: HTMLFormElement): void {
  const find = weighing.querySelector<HTMLInputElement>("[data-find]")
  if (!find) return
  find.hidden = false
  find.addEventListener("input", () => {
    const wanted = find.value.trim()
    for (const label of weighing.querySelectorAll<HTMLElement>("[data-household]")) {
      label.hidden = wanted !== "" && !label.textContent.includes(wanted)
    }
  })
}
