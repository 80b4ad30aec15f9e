import type {
  ConfirmPaymentData,
  PaymentIntent,
  PaymentIntentResult,
  StripeConstructorOptions,
  StripeElementsOptionsClientSecret,
  StripeError,
} from "@stripe/stripe-js"
import { cardFault, cardParams } from "./card.ts"
import { createPaymentElement } from "./element.ts"
import { errorWords, type FieldWords, wordsOf } from "./words.ts"

type Element = ReturnType<typeof createPaymentElement>
type Elements = ReturnType<typeof createElements>
type Confirmation = {
  elements?: Elements
  clientSecret?: string
  confirmParams?: Partial<ConfirmPaymentData>
  redirect?: "always" | "if_required"
}
type Answer = PaymentIntent & { error?: StripeError }
type Connection = { base: string; key: string; words: FieldWords }

/** Stripe.js throws these at who calls it wrongly; the buyer never sees one. */
function integrationError(message: string): Error {
  return Object.assign(new Error(message), { name: "IntegrationError" })
}

/** What Stripe.js can do and the stand-in cannot is refused by name, never silently missing. */
function only<T extends object>(name: string, known: T): T {
  return new Proxy(known, {
    get(target, member) {
      if (member in target || typeof member === "symbol")
        return Reflect.get(target, member) as unknown
      // A promise asks everything that it is resolved with whether it is a promise too.
      if (member === "then") return undefined
      throw integrationError(`The sandbox does not emulate ${name}.${member}.`)
    },
  })
}

/** `Stripe(publishableKey, options)` over the API of the sandbox at `base`. */
export function stripeFor(base: string, key: unknown, options: StripeConstructorOptions = {}) {
  if (typeof key !== "string" || !key.startsWith("pk_")) {
    throw integrationError("Invalid value for Stripe(): apiKey should be a publishable key.")
  }
  if (!key.startsWith("pk_test_")) {
    throw integrationError("The sandbox takes test keys only: a live one would promise real money.")
  }
  const words = wordsOf(options.locale, navigator.language)
  const connection: Connection = { base, key, words }
  return only("stripe", {
    elements: (settings: StripeElementsOptionsClientSecret) => createElements(connection, settings),
    confirmPayment: (confirmation: Confirmation) => confirmPayment(connection, confirmation),
    retrievePaymentIntent: (secret: string) => retrieve(connection, secret),
  })
}

function createElements({ words }: Connection, settings: StripeElementsOptionsClientSecret) {
  const { clientSecret, appearance } = settings
  if (!clientSecret) throw integrationError("The sandbox needs elements({ clientSecret }).")
  let element: Element | null = null
  return only("elements", {
    clientSecret,
    create(type: string) {
      if (type !== "payment")
        throw integrationError(`The sandbox does not emulate the ${type} element.`)
      if (element) throw integrationError("Can only create one Element of type payment.")
      element = createPaymentElement(words, appearance?.variables ?? {})
      return only("element", element)
    },
    getElement: (type: string) => (type === "payment" ? element : null),
    /** Checks what was typed. Resolves with the error, as Stripe's does; it never rejects. */
    submit(): Promise<{ error?: StripeError; selectedPaymentMethod?: string }> {
      const fault = element ? cardFault(element.typed(), new Date()) : "incomplete_number"
      if (!fault) return Promise.resolve({ selectedPaymentMethod: "card" })
      const error = {
        type: "validation_error",
        code: fault,
        message: errorWords(words, fault),
      } as const
      return Promise.resolve({ error })
    },
    typed: () => element?.typed() ?? null,
  })
}

async function confirmPayment(
  connection: Connection,
  { elements, clientSecret, confirmParams = {}, redirect = "always" }: Confirmation,
): Promise<PaymentIntentResult> {
  const { return_url } = confirmParams
  const secret = requireSecret(elements?.clientSecret ?? clientSecret, return_url, redirect)
  const submitted = await elements?.submit()
  if (submitted?.error) return { error: submitted.error }
  const answer = await post(connection, secret, {
    use_stripe_sdk: "true",
    ...(return_url && { return_url }),
    ...methodParams(elements, confirmParams),
  })
  if (answer.error) return { error: explained(connection, answer.error) }
  return await follow(connection, answer, { return_url, redirect })
}

function requireSecret(
  secret: string | undefined,
  returnUrl: string | undefined,
  redirect: string,
) {
  if (!secret) throw integrationError("confirmPayment needs elements or a clientSecret.")
  if (returnUrl || redirect === "if_required") return secret
  throw integrationError("confirmParams.return_url is required when redirect is always.")
}

function methodParams(
  elements: Elements | undefined,
  { payment_method }: Partial<ConfirmPaymentData>,
): Record<string, string> {
  if (typeof payment_method === "string") return { payment_method }
  const typed = elements?.typed()
  if (!typed) return {}
  const card = Object.entries(cardParams(typed)).map(
    ([name, value]) => [`payment_method_data[card][${name}]`, value] as const,
  )
  return { "payment_method_data[type]": "card", ...Object.fromEntries(card) }
}

/** Goes to the bank when it asks for the buyer, else where the shop wants them. */
async function follow(
  connection: Connection,
  intent: PaymentIntent,
  { return_url, redirect }: { return_url?: string; redirect: "always" | "if_required" },
): Promise<PaymentIntentResult> {
  const challenge = challengeOf(intent)
  if (challenge) return await leaveFor(challenge)
  if (redirect === "if_required" || !return_url) return { paymentIntent: intent }
  const url = new URL(return_url)
  url.searchParams.set("payment_intent", intent.id)
  url.searchParams.set("payment_intent_client_secret", intent.client_secret ?? "")
  url.searchParams.set("redirect_status", intent.status === "processing" ? "pending" : "succeeded")
  return await leaveFor(url.href)
}

function challengeOf({ next_action: next }: PaymentIntent): string | null {
  // Opaque in Stripe's types: only its own script reads it.
  const opaque: Record<string, unknown> = { ...next?.use_stripe_sdk }
  if (typeof opaque.stripe_js === "string") return opaque.stripe_js
  return next?.redirect_to_url?.url ?? null
}

/** The page goes away, so the promise stays open. */
function leaveFor(url: string): Promise<never> {
  location.assign(url)
  return new Promise(() => undefined)
}

async function retrieve(connection: Connection, secret: string): Promise<PaymentIntentResult> {
  const { base, key } = connection
  const query = new URLSearchParams({ key, client_secret: secret })
  const answer = await ask(`${base}/v1/payment_intents/${idOf(secret)}?${query}`)
  return answer.error ? { error: explained(connection, answer.error) } : { paymentIntent: answer }
}

async function post(
  { base, key }: Connection,
  secret: string,
  params: Record<string, string>,
): Promise<Answer> {
  const body = new URLSearchParams({ key, client_secret: secret, ...params })
  return await ask(`${base}/v1/payment_intents/${idOf(secret)}/confirm`, { method: "POST", body })
}

async function ask(url: string, init?: RequestInit): Promise<Answer> {
  try {
    return (await (await fetch(url, init)).json()) as Answer
  } catch {
    // Only what Stripe.js answers when nobody does.
    return { error: { type: "api_connection_error" } } as Answer
  }
}

const idOf = (secret: string) => encodeURIComponent(secret.split("_secret_")[0] ?? "")

/** The buyer's language; codes stay as the API gave them. */
function explained({ words }: Connection, error: StripeError): StripeError {
  return { ...error, message: errorWords(words, error.decline_code, error.code) }
}
