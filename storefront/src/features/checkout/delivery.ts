import { z } from "astro/zod"

import type { StoreAddress } from "~/features/cart/cart"

/**
 * Where an order goes. The checkout's fields, what is wrong with them, and the two ways between
 * them and Medusa's address: province → province, city → city, district → address_2, the rest of
 * the address → address_1; the whole name → first_name (Chinese names are not split).
 */

export const deliveryFields = [
  "name",
  "phone",
  "province",
  "city",
  "district",
  "detail",
  "postal_code",
  "email",
] as const

export type DeliveryField = (typeof deliveryFields)[number]

/** What stands in the fields, as it was typed. */
export type DeliveryValues = Record<DeliveryField, string>

export type DeliveryReason =
  | "missing"
  | "too_long"
  | "phone_short"
  | "phone_long"
  | "phone_not_mobile"
  | "postal_code_wrong"
  | "email_wrong"

export type DeliveryErrors = Partial<Record<DeliveryField, DeliveryReason>>

export type DeliveryReading =
  | { isValid: true; values: DeliveryValues; delivery: DeliveryValues }
  | { isValid: false; values: DeliveryValues; errors: DeliveryErrors }

const required = (longest: number) => z.string().min(1, "missing").max(longest, "too_long")

const phone = z
  .string()
  .transform(phoneDigits)
  .pipe(
    z
      .string()
      .min(1, "missing")
      .min(11, "phone_short")
      .max(11, "phone_long")
      .regex(/^1[3-9]\d{9}$/, "phone_not_mobile"),
  )

const schema = z.object({
  name: required(40),
  phone,
  province: required(30),
  city: required(30),
  district: required(30),
  detail: required(120),
  postal_code: z.string().regex(/^(\d{6})?$/, "postal_code_wrong"),
  email: z.string().min(1, "missing").max(120, "too_long").pipe(z.email("email_wrong")),
})

/** The digits of a mainland mobile number, without spaces, dashes and the +86 in front. */
export function phoneDigits(typed: string): string {
  const digits = typed.normalize("NFKC").replace(/[^\d]/g, "")
  return digits.length > 11 ? digits.replace(/^(0086|86)/, "") : digits
}

/** Checks every field at once. `email` overrides the field for a signed-in customer. */
export function readDelivery(values: DeliveryValues): DeliveryReading {
  const result = schema.safeParse(values)
  if (result.success) return { isValid: true, values, delivery: result.data }
  const errors: DeliveryErrors = {}
  for (const issue of result.error.issues) {
    const field = issue.path[0] as DeliveryField
    // The first thing that is wrong with a field is the one to say.
    errors[field] ??= issue.message as DeliveryReason
  }
  return { isValid: false, values, errors }
}

/** The fields as they stand in a posted form, trimmed. */
export function valuesOfForm(form: FormData, email: string | null): DeliveryValues {
  const values = valuesOfCart(null, email)
  for (const field of deliveryFields) {
    const typed = form.get(field)
    if (typeof typed === "string") values[field] = typed.trim()
  }
  return email ? { ...values, email } : values
}

/** The fields as the cart remembers them. */
export function valuesOfCart(address: StoreAddress | null, email: string | null): DeliveryValues {
  const values = Object.fromEntries(
    deliveryFields.map((field) => {
      const key = keyOf[field]
      return [field, (key && address?.[key]) ?? ""]
    }),
  ) as DeliveryValues
  return { ...values, email: email ?? "" }
}

/** Which part of Medusa's address holds which field; the email is the cart's own. */
const keyOf: Record<DeliveryField, keyof StoreAddress | null> = {
  name: "first_name",
  phone: "phone",
  province: "province",
  city: "city",
  district: "address_2",
  detail: "address_1",
  postal_code: "postal_code",
  email: null,
}

/** The address as Medusa keeps it. */
export function addressOf(values: DeliveryValues) {
  return {
    first_name: values.name,
    last_name: "",
    phone: values.phone,
    province: values.province,
    city: values.city,
    address_2: values.district,
    address_1: values.detail,
    postal_code: values.postal_code,
    country_code: "cn",
  } satisfies StoreAddress & { country_code: string }
}

/** An address on one line, from the largest place to the smallest, as a Chinese label reads. */
export function addressLine(address: StoreAddress): string {
  const places = [address.province, address.city, address.address_2].filter(isFilled)
  const distinct = places.filter((place, index) => place !== places[index - 1])
  return [...distinct, address.address_1].filter(isFilled).join(" ")
}

function isFilled(text: string | null): text is string {
  return text !== null && text !== ""
}
