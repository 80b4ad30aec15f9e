import { pick } from "~/i18n/catalogue"
import { listingLive } from "~/i18n/seller/listing-live"
import type { Locale } from "~/lib/locale"

import { shrink } from "./shrink"

type Answer = { urls: string[]; refused: string[] }

/**
 * Sends photos as soon as they are chosen, small enough for a weak network, and shows them. When
 * that fails they stay chosen, and go along with the form as they would without scripts.
 */
export function livePhotos(form: HTMLFormElement, locale: Locale): (url: string) => void {
  const t = pick(locale, listingLive)
  const list = form.querySelector<HTMLElement>("[data-photos]")
  const files = form.querySelector<HTMLInputElement>('[name="files"]')
  const state = form.querySelector<HTMLElement>("[data-photo-state]")
  const template = form.querySelector<HTMLTemplateElement>("[data-photo-template]")

  const say = (lines: string[], isBad = false) =>
    state?.replaceChildren(
      ...lines.map((line) => {
        const paragraph = document.createElement("p")
        paragraph.textContent = line
        paragraph.classList.toggle("err", isBad)
        return paragraph
      }),
    )

  const add = (url: string) => {
    const tile = template?.content.firstElementChild?.cloneNode(true)
    if (!list || !(tile instanceof HTMLElement) || urlsOf(list).includes(url)) return
    tile.querySelector("img")!.src = url
    for (const input of tile.querySelectorAll("input")) input.value = url
    list.append(tile)
    renumber(list)
  }

  const send = async () => {
    const chosen = [...(files?.files ?? [])]
    if (!files || chosen.length === 0) return
    say([t.uploading(chosen.length)])
    try {
      const { urls, refused } = await upload(form.dataset.uploads ?? "", chosen)
      urls.forEach(add)
      files.value = ""
      say(refused.length ? refused : [t.uploaded(urls.length)], refused.length > 0)
      form.dispatchEvent(new Event("input"))
    } catch {
      say([t.uploadFailed], true)
    }
  }

  form.querySelector<HTMLElement>("[data-upload-now]")?.setAttribute("hidden", "")
  files?.addEventListener("change", () => void send())
  list?.addEventListener("click", (event) => {
    const button = event.target instanceof Element ? event.target.closest("button") : null
    const tile = button?.closest("[data-photo]")
    if (!button || !tile) return
    event.preventDefault()
    tile.previousElementSibling?.before(tile)
    renumber(list)
    button.focus()
    form.dispatchEvent(new Event("input"))
  })
  return add
}

async function upload(address: string, chosen: readonly File[]): Promise<Answer> {
  const body = new FormData()
  const small = await Promise.all(chosen.map(shrink))
  small.forEach((file) => body.append("files", file, file.name))
  const response = await fetch(address, { method: "POST", body })
  if (!response.ok) throw new Error(`upload answered ${response.status}`)
  return (await response.json()) as Answer
}

function urlsOf(list: HTMLElement): string[] {
  return [...list.querySelectorAll<HTMLInputElement>('[name="photo"]')].map(({ value }) => value)
}

function renumber(list: HTMLElement): void {
  list.querySelectorAll("[data-photo] button").forEach((button, index) => {
    button.setAttribute("value", `photo-earlier:${index}`)
    const label = button.getAttribute("aria-label") ?? ""
    button.setAttribute("aria-label", label.replace(/\d+/, String(index + 1)))
  })
}
