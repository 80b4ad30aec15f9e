import { keepTyped } from "./keep-typed"
import { livePacks } from "./packs"
import { livePhotos } from "./photos"
import { liveSaving } from "./saving"
import { liveVariants } from "./variants"

/** What a browser with scripts adds to the listing form. */
const form = document.querySelector<HTMLFormElement>("[data-listing]")
if (form) {
  const locale = form.dataset.lang === "en" ? "en" : "zh-CN"
  const checkPacks = livePacks(form, locale)
  const addVariant = liveVariants(form)
  const addPhoto = livePhotos(form, locale)
  keepTyped(form, locale, { addVariant, addPhoto, checkPacks })
  liveSaving(form, locale)
}
