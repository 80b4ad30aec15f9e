/** Errors in the shape that the API answers: `{ error: { type, code, param, message, … } }`. */
import type Stripe from "stripe"

export interface ErrorBody {
  type: "api_error" | "card_error" | "idempotency_error" | "invalid_request_error"
  message: string
  code?: string
  decline_code?: string
  param?: string
  advice_code?: string
  charge?: string
  payment_intent?: Stripe.PaymentIntent
  payment_method?: Stripe.PaymentMethod
  payment_method_type?: string
}

export class ApiError extends Error {
  readonly status: number
  readonly body: ErrorBody

  constructor(status: number, body: ErrorBody) {
    super(body.message)
    this.status = status
    this.body = body
  }
}

interface Detail {
  code?: string
  param?: string
  payment_intent?: Stripe.PaymentIntent
}

/** 400: the request can't be done as asked. */
export const invalidRequest = (message: string, detail: Detail = {}) =>
  new ApiError(400, { type: "invalid_request_error", message, ...detail })

/** 404 in Stripe's words; `noun` is the object's name as Stripe prints it. */
export const noSuch = (noun: string, id: string, param: string, status = 404) =>
  new ApiError(status, {
    type: "invalid_request_error",
    code: "resource_missing",
    param,
    message: `No such ${noun}: '${id}'`,
  })

/**
 * 501: valid at Stripe, but not emulated here. Refusing is the honest answer: a parameter that
 * is silently dropped would make a test pass that fails with the real service.
 */
export const notEmulated = (what: string, param?: string) =>
  new ApiError(501, {
    type: "api_error",
    code: "sandbox_not_emulated",
    message: `The sandbox doesn't emulate ${what}. Stripe does: use test keys for this.`,
    ...(param === undefined ? {} : { param }),
  })
