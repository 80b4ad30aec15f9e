/**
 * With scripts, choosing a way to send shows the new total at once, and paying presses only once.
 * The server adds up again and refuses a total that is not the one shown here.
 */
const form = document.querySelector<HTMLFormElement>("form[data-checkout]")

if (form) {
  form.querySelector("[data-update-freight]")?.remove()
  form.addEventListener("change", () => {
    showTotal(form)
  })
  form.addEventListener("submit", (event) => {
    if (form.dataset.sent) event.preventDefault()
    form.dataset.sent = "yes"
  })
  // Coming back with the browser's own button restores the page as it was left.
  addEventListener("pageshow", () => {
    delete form.dataset.sent
    showTotal(form)
  })
}

function showTotal(form: HTMLFormElement): void {
  const { goodsFen, free = "", lang = "zh-CN" } = form.dataset
  const money = (fen: number) =>
    `¥${new Intl.NumberFormat(lang, { minimumFractionDigits: 2 }).format(fen / 100)}`
  let total = Number(goodsFen)
  for (const parcel of form.querySelectorAll<HTMLElement>("[data-parcel]")) {
    const fen = Number(parcel.querySelector<HTMLElement>(":checked")?.dataset.fen)
    if (Number.isNaN(fen)) continue
    total += fen
    write(form, `[data-freight="${parcel.dataset.parcel}"]`, fen === 0 ? free : money(fen))
    write(parcel, "[data-parcel-total]", money(Number(parcel.dataset.goodsFen) + fen))
  }
  write(form, "[data-total]", money(total))
  const field = form.elements.namedItem("total_fen")
  if (field instanceof HTMLInputElement) field.value = String(total)
}

function write(within: Element, selector: string, text: string): void {
  for (const place of within.querySelectorAll(selector)) place.textContent = text
}
