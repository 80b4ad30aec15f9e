import { checkout } from "~/i18n/buying/checkout"

import {
  type DeliveryErrors,
  type DeliveryField,
  deliveryFields,
  type DeliveryValues,
  phoneDigits,
} from "./delivery"

type Words = (typeof checkout)["zh-CN"]

/** What to say beside a field, or undefined when it is right. */
export function errorText(
  t: Words,
  field: DeliveryField,
  errors: DeliveryErrors,
  values: DeliveryValues,
): string | undefined {
  const reason = errors[field]
  if (!reason) return undefined
  if (reason === "missing") return t.missing[field]
  return t.reasons[reason](phoneDigits(values.phone).length)
}

/** The fields that are wrong, in the order in which they stand on the page. */
export function wrongFields(errors: DeliveryErrors): DeliveryField[] {
  return deliveryFields.filter((field) => errors[field])
}
