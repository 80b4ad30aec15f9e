import type { Locale } from "~/lib/locale"

/**
 * The button that reads the weighing to the household (念一遍), in the page's language and slower
 * than one talks. It shows only where the browser has a voice for that language.
 */
export function readAloud(button: HTMLButtonElement, locale: Locale, words: () => string): void {
  if (!("speechSynthesis" in window)) return
  const { speechSynthesis: speech } = window
  const voice = () => {
    const [wanted = ""] = locale.toLowerCase().split("-")
    return speech.getVoices().find(({ lang }) => lang.toLowerCase().startsWith(wanted))
  }
  const show = () => {
    button.hidden = voice() === undefined
  }
  speech.addEventListener("voiceschanged", show)
  show()
  button.addEventListener("click", () => {
    const said = new SpeechSynthesisUtterance(words())
    said.lang = locale
    said.voice = voice() ?? null
    said.rate = 0.9
    // A second press starts anew instead of waiting behind the first.
    speech.cancel()
    speech.speak(said)
  })
}
