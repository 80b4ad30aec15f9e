/** The form by which a station records a purchase: what was typed, and what is wrong with it. */

export const purchaseFields = [
  "household_id",
  "bought_on",
  "goods",
  "quantity",
  "unit",
  "paid",
  "local_price",
  "price_document",
  "how",
  "code",
  "note",
  "form_id",
] as const
export type PurchaseField = (typeof purchaseFields)[number]
export type PurchaseReason = "missing" | "number" | "amount" | "day"
export type TypedPurchase = Record<PurchaseField, string>

export type PurchaseReading =
  { ok: true; body: object } | { ok: false; errors: Partial<Record<PurchaseField, PurchaseReason>> }

const required = ["household_id", "goods", "quantity", "unit", "paid"] as const

/** What stands in the form; a code is never shown again. */
export function typedPurchase(form: FormData): TypedPurchase {
  const text = (name: PurchaseField) => {
    const value = form.get(name)
    return typeof value === "string" ? value.normalize("NFKC").trim() : ""
  }
  const typed = Object.fromEntries(purchaseFields.map((name) => [name, text(name)]))
  // Every field was just read.
  return typed as TypedPurchase
}

/** Reads the form as the backend takes it: amounts in integer fen. */
export function readPurchase(typed: TypedPurchase): PurchaseReading {
  const errors: Partial<Record<PurchaseField, PurchaseReason>> = {
    ...wrong("bought_on", !/^\d{4}-\d{2}-\d{2}$/.test(typed.bought_on), "day"),
    ...wrong("quantity", !/^\d{1,6}$/.test(typed.quantity), "number"),
    ...wrong("paid", fenOfYuan(typed.paid) === null, "amount"),
    ...wrong(
      "local_price",
      typed.local_price !== "" && fenOfYuan(typed.local_price) === null,
      "amount",
    ),
    ...Object.fromEntries(required.filter((name) => typed[name] === "").map((n) => [n, "missing"])),
  }
  if (Object.keys(errors).length > 0) return { ok: false, errors }
  const { household_id, bought_on, goods, unit, form_id, code, note } = typed
  return {
    ok: true,
    body: {
      household_id,
      bought_on,
      goods,
      unit,
      form_id,
      quantity: Number(typed.quantity),
      paid_fen: fenOfYuan(typed.paid),
      local_price_fen: fenOfYuan(typed.local_price),
      price_document: typed.price_document || null,
      ...consentOf({ how: typed.how, code, note }),
    },
  }
}

/** How the household agreed, as the backend takes it. */
export function consentOf({
  how,
  code,
  note,
}: {
  how: string
  code: string
  note: string
}): object {
  if (how === "code") return { how, code }
  return { how: how === "thumbprint" ? "thumbprint" : "spoken", note }
}

/** `119.5` → 11950, exactly; `null` for what is no amount. */
export function fenOfYuan(text: string): number | null {
  const [, yuan, part = ""] = /^(\d{1,7})(?:\.(\d{1,2}))?$/.exec(text.replaceAll(",", "")) ?? []
  return yuan === undefined ? null : Number(yuan) * 100 + Number(part.padEnd(2, "0"))
}

function wrong(field: PurchaseField, isWrong: boolean, reason: PurchaseReason) {
  return isWrong ? { [field]: reason } : {}
}
