import { BACKEND_URL, PUBLISHABLE_KEY } from "astro:env/server"

import type { Locale } from "./locale"

/**
 * A refusal or failure of the backend, as it was said there. Pages switch on `code` and answer
 * with `status`; `message` is already in the reader's language.
 */
export class ApiError extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    message: string,
  ) {
    super(message)
  }
}

export type ApiRequest = {
  method?: "GET" | "POST" | "DELETE"
  query?: Record<string, string | number | boolean | readonly (string | number)[] | undefined>
  /** Sent as JSON, or as it is when it is a FormData or a stream (then name its type). */
  body?: unknown
  /** How the answer is read. */
  as?: "json" | "text"
  headers?: Record<string, string>
}

export type Api = {
  /** Calls a backend route (`/store/…`, `/seller/…`, `/official/…`, `/auth/…`). @throws ApiError */
  fetch<T>(path: string, request?: ApiRequest): Promise<T>
}

/**
 * The only door to the backend. `token` is the bearer token of a customer, member or official.
 * Plain `fetch`, not Medusa's SDK: that keeps an error's message and drops its `code`.
 */
export function createApi({ locale, token }: { locale: Locale; token?: string }): Api {
  const standing: Record<string, string> = {
    accept: "application/json",
    "accept-language": locale,
    "x-publishable-api-key": PUBLISHABLE_KEY,
    ...(token ? { authorization: `Bearer ${token}` } : {}),
  }
  return {
    async fetch<T>(path: string, request: ApiRequest = {}): Promise<T> {
      const isForm = request.body instanceof FormData || request.body instanceof ReadableStream
      const response = await reach(BACKEND_URL + path + queryString(request.query), {
        method: request.method ?? "GET",
        headers: {
          ...standing,
          ...(request.body && !isForm ? { "content-type": "application/json" } : {}),
          ...request.headers,
        },
        body: isForm ? (request.body as FormData) : JSON.stringify(request.body),
        // A stream goes out while it comes in; fetch asks to be told.
        ...(request.body instanceof ReadableStream && { duplex: "half" }),
      })
      if (!response.ok) throw await errorOf(response)
      return (request.as === "text" ? await response.text() : await response.json()) as T
    },
  }
}

async function reach(url: string, init: RequestInit): Promise<Response> {
  try {
    return await fetch(url, init)
  } catch (error) {
    throw new ApiError(503, "backend_unreachable", error instanceof Error ? error.message : "")
  }
}

async function errorOf(response: Response): Promise<ApiError> {
  const body = (await response.json().catch(() => ({}))) as {
    code?: string
    type?: string
    message?: string
  }
  const code = body.code ?? body.type ?? `http_${response.status}`
  return new ApiError(response.status, code, body.message ?? response.statusText)
}

function queryString(query: ApiRequest["query"]): string {
  const params = new URLSearchParams()
  for (const [key, value] of Object.entries(query ?? {})) {
    if (value === undefined) continue
    if (typeof value === "object") value.forEach((item) => params.append(`${key}[]`, String(item)))
    else params.append(key, String(value))
  }
  return params.size ? `?${params}` : ""
}
