/** Seconds between two looks at a payment. */
export const lookAgainSeconds = 2

/** How long a page looks by itself; the payment itself is followed without any page. */
const patienceSeconds = 15 * 60

/** When a page that was opened at `since` stops looking, in milliseconds. */
export function waitsUntil(since: number): number {
  return (since + patienceSeconds) * 1000
}

/** When the wait began, from the page's address; `now` where that says nothing usable. Seconds. */
export function waitingSince(text: string | null, now: number): number {
  const since = /^\d{1,12}$/.test(text ?? "") ? Number(text) : now
  return Math.min(since, now)
}

/** In the browser: asks how the payment stands until it has changed, then goes on. */
export function watchPayment(): void {
  const page = document.querySelector<HTMLElement>("[data-watch]")
  if (!page) return
  const { watch = "", next = "", until } = page.dataset
  const look = async () => {
    if (Date.now() > Number(until)) return location.reload()
    if ((await stateOf(watch)) !== "open") return location.replace(next)
    setTimeout(() => void look(), lookAgainSeconds * 1000)
  }
  setTimeout(() => void look(), lookAgainSeconds * 1000)
}

/** No answer is no news: the network may be back the next time. */
async function stateOf(url: string): Promise<string> {
  try {
    const answer = await fetch(url, { headers: { accept: "application/json" } })
    if (!answer.ok) return "open"
    return ((await answer.json()) as { state: string }).state
  } catch {
    return "open"
  }
}
