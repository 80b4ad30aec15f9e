import { ApiError } from "./api"

export type Outcome<T> = { ok: true; value: T } | { ok: false; error: ApiError }

/**
 * Turns a refusal or outage of the backend into a value, so that a page decides its status before
 * it starts to stream. Anything else is a breakage of ours and stays an exception (500).
 */
export async function attempt<T>(work: Promise<T>): Promise<Outcome<T>> {
  try {
    return { ok: true, value: await work }
  } catch (error) {
    if (error instanceof ApiError) return { ok: false, error }
    throw error
  }
}

/** The page to rewrite to, which also sets the status: nothing there, or the backend is away. */
export function errorPage(error: ApiError): "/404" | "/503" {
  return error.status === 404 ? "/404" : "/503"
}

/** What a page answers when the backend failed it: its own refusals pass, outages are 503. */
export function statusOf(error: ApiError): number {
  return error.status === 404 ? 404 : 503
}
