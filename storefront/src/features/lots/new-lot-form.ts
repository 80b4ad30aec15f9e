import { wholeOf } from "~/features/deliveries/weigh-fields"
import { textOf } from "~/lib/form"

/** The form that makes a lot: kilograms as a person types them, and the fields that are at fault. */

const TAKE = "take_"

/** The field for what a lot gives to the new one. */
export function takeField(lotId: string): string {
  return TAKE + lotId
}

/** The lot that the form asks for, or the first field whose weight is no number. */
export function lotOf(form: FormData): { wrong: string } | { lot: object } {
  const takes = [...form.keys()].filter((name) => name.startsWith(TAKE))
  const wrong = [...takes, "unknown", "out"].find((name) => gramsIn(form, name) === null)
  if (wrong) return { wrong }
  const taken = takes.map((name) => ({
    lot_id: name.slice(TAKE.length),
    net_g: gramsIn(form, name),
  }))
  const out = gramsIn(form, "out")
  const lot = {
    code: textOf(form, "code"),
    product_kind: textOf(form, "product_kind"),
    grade: textOf(form, "grade"),
    expires_on: textOf(form, "expires_on"),
    delivery_ids: form.getAll("delivery").filter((value) => typeof value === "string"),
    input_lots: taken.filter(({ net_g }) => net_g !== 0),
    unattributed_g: gramsIn(form, "unknown"),
    ...(out === 0 ? {} : { net_g: out }),
    process_id: textOf(form, "process_id") || null,
  }
  return { lot }
}

/** The field that asks more of a lot than is left of it: which of them the refusal is about. */
export function overtakenField(
  typed: Record<string, string>,
  lots: readonly { id: string; unpacked_g: number }[],
): string | undefined {
  const over = lots.find(
    ({ id, unpacked_g }) => (wholeOf(typed[takeField(id)] ?? "", 3) ?? 0) > unpacked_g,
  )
  return over && takeField(over.id)
}

function gramsIn(form: FormData, name: string): number | null {
  const typed = textOf(form, name)
  return typed === "" ? 0 : wholeOf(typed, 3)
}
