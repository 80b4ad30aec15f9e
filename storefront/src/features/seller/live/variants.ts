/** Adds pack sizes without a round trip. Returns the adding itself; a key that is there is kept. */
export function liveVariants(form: HTMLFormElement): (key?: string) => void {
  const list = form.querySelector<HTMLElement>("[data-variants]")
  const template = form.querySelector<HTMLTemplateElement>("[data-variant-template]")
  const button = form.querySelector("[data-add-variant]")
  const keys = () =>
    [...form.querySelectorAll<HTMLElement>("[data-variant]")].map(({ dataset }) => dataset.variant)

  const add = (key = String(1 + Math.max(-1, ...keys().map(Number)))) => {
    if (!list || !template || keys().includes(key)) return
    const place = keys().length + 1
    const holder = document.createElement("div")
    holder.innerHTML = template.innerHTML.replaceAll("__key__", key)
    const added = holder.querySelector<HTMLElement>("[data-variant]")
    if (!added) return
    const legend = added.querySelector("legend")?.firstChild
    if (legend) legend.textContent = (legend.textContent ?? "").replace("0", String(place))
    const unit = form.querySelector<HTMLSelectElement>(
      '[data-variant]:last-of-type [name$="_unit"]',
    )
    list.append(added)
    const own = added.querySelector<HTMLSelectElement>('[name$="_unit"]')
    if (unit && own) own.value = unit.value
  }

  button?.addEventListener("click", (event) => {
    event.preventDefault()
    add()
    list?.querySelector<HTMLInputElement>('[data-variant]:last-of-type [name$="_title"]')?.focus()
  })
  return add
}
