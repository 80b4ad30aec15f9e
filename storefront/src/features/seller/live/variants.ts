/** Adds pack sizes without a round trip. Returns the adding itself; a key that is there is kept. */
export function liveVariants(form: HTMLFormElement): (key?: string) => void {
  const list = form.querySelector<HTMLElement>("[data-variants]")
  const template = form.querySelector<HTMLTemplateElement>("[data-variant-template]")
  if (!list || !template) return () => undefined

  const add = (key = nextKey(list)) => {
    const keys = keysOf(list)
    if (keys.includes(key)) return
    const added = fromTemplate(template, key, keys.length + 1)
    const unit = fieldOfLast<HTMLSelectElement>(list, "unit")?.value
    list.append(...(added ? [added] : []))
    const own = fieldOfLast<HTMLSelectElement>(list, "unit")
    if (unit && own) own.value = unit
  }

  form.querySelector("[data-add-variant]")?.addEventListener("click", (event) => {
    event.preventDefault()
    add()
    fieldOfLast(list, "title")?.focus()
  })
  return add
}

function fromTemplate(
  template: HTMLTemplateElement,
  key: string,
  place: number,
): HTMLElement | null {
  const holder = document.createElement("div")
  holder.innerHTML = template.innerHTML.replaceAll("__key__", key)
  const added = holder.querySelector<HTMLElement>("[data-variant]")
  const legend = added?.querySelector("legend")?.firstChild
  if (legend) legend.textContent = (legend.textContent ?? "").replace("0", String(place))
  return added
}

function keysOf(list: HTMLElement): (string | undefined)[] {
  return [...list.querySelectorAll<HTMLElement>("[data-variant]")].map(
    ({ dataset }) => dataset.variant,
  )
}

function nextKey(list: HTMLElement): string {
  return String(1 + Math.max(-1, ...keysOf(list).map(Number)))
}

function fieldOfLast<Field extends HTMLElement>(list: HTMLElement, field: string): Field | null {
  return list.querySelector<Field>(`[data-variant]:last-of-type [name$="_${field}"]`)
}
