import { z } from "astro/zod"

/** Finding an order by what its buyer knows of it: the form's fields and what can be wrong. Pure. */

export const findFields = ["display_id", "email", "phone_last4"] as const

export type FindField = (typeof findFields)[number]
export type FindReason = "missing" | "number_wrong" | "email_wrong" | "last4_wrong"
export type FindValues = Record<FindField, string>
export type FindErrors = Partial<Record<FindField, FindReason>>

export type FindReading =
  | { isValid: true; known: { display_id: number; email: string; phone_last4: string } }
  | { isValid: false; errors: FindErrors }

const schema = z.object({
  display_id: z
    .string()
    .min(1, "missing")
    .regex(/^[1-9]\d{0,8}$/, "number_wrong")
    .transform(Number),
  email: z.string().min(1, "missing").max(120, "email_wrong").pipe(z.email("email_wrong")),
  phone_last4: z
    .string()
    .min(1, "missing")
    .regex(/^\d{4}$/, "last4_wrong"),
})

/** What was typed, without the spaces and the sign that people write before a number. */
export function typedToFind(form: FormData | null): FindValues {
  const text = (name: FindField) => {
    const value = form?.get(name)
    return typeof value === "string" ? value.normalize("NFKC").trim() : ""
  }
  return {
    display_id: text("display_id").replace(/^(#|No\.?|№)\s*/i, ""),
    email: text("email"),
    phone_last4: text("phone_last4"),
  }
}

/** Checks every field at once. */
export function readFindForm(values: FindValues): FindReading {
  const result = schema.safeParse(values)
  if (result.success) return { isValid: true, known: result.data }
  const errors: FindErrors = {}
  for (const { path, message } of result.error.issues) {
    errors[path[0] as FindField] ??= message as FindReason
  }
  return { isValid: false, errors }
}
