import { attempt } from "~/lib/attempt"
import { apiFor, type SessionContext } from "~/lib/session.server"
import { paths } from "~/paths"

import { type FindErrors, type FindValues, readFindForm, typedToFind } from "./find-order"
import type { OrderKey } from "./order-link.server"

export type FindView = {
  status: number
  values: FindValues
  errors: FindErrors
  refusal: "unknown" | "tooOften" | null
}

const nothingWrong = { errors: {}, refusal: null }

/** Shows the form, or leads to the order that what was typed fits. @throws ApiError */
export async function findOrder(
  context: SessionContext,
  form: FormData | null,
): Promise<{ next: string } | FindView> {
  const values = typedToFind(form)
  if (!form) return { status: 200, values, ...nothingWrong }
  const reading = readFindForm(values)
  if (!reading.isValid) return { status: 400, values, errors: reading.errors, refusal: null }
  const outcome = await attempt(
    apiFor(context).fetch<{ order: OrderKey & { id: string } }>("/store/orders/lookup", {
      method: "POST",
      body: reading.known,
    }),
  )
  if (outcome.ok) {
    const { id, token } = outcome.value.order
    return { next: paths.order(id, token) }
  }
  const { status } = outcome.error
  if (status === 404) return { status, values, errors: {}, refusal: "unknown" }
  if (status === 429) return { status, values, errors: {}, refusal: "tooOften" }
  throw outcome.error
}
