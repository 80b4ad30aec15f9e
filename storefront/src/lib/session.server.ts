import type { APIContext } from "astro"

import { createApi, type Api, ApiError } from "./api"

/**
 * Who is using the page. A token of each kind of actor lives in its own httpOnly cookie, so one
 * browser can be a customer in the shop and a member in the seller workspace at the same time.
 * Nothing here is trusted: the backend verifies the token on every call.
 */

/** What these functions need of `Astro` or of an endpoint's context. */
export type SessionContext = Pick<APIContext, "cookies" | "locals" | "url">

export type Actor = "customer" | "member" | "official" | "station_worker"

export type Credentials = { email: string; password: string }

const day = 24 * 60 * 60
const tokenDays = 1

/** The name of the cookie that holds an actor's token. */
export function tokenCookie(actor: Actor): string {
  return `${actor}_token`
}

/** The actor's bearer token, or undefined when nobody is signed in or the token has run out. */
export function readToken(context: SessionContext, actor: Actor): string | undefined {
  const token = context.cookies.get(tokenCookie(actor))?.value
  return token && !hasExpired(token, Date.now()) ? token : undefined
}

export function writeToken(context: SessionContext, actor: Actor, token: string): void {
  writeCookie(context, tokenCookie(actor), token, tokenDays)
}

export function clearToken(context: SessionContext, actor: Actor): void {
  clearCookie(context, tokenCookie(actor))
}

/** An API for this request: in the reader's language, and as the actor when one is signed in. */
export function apiFor(context: SessionContext, actor?: Actor): Api {
  return createApi({
    locale: context.locals.locale,
    token: actor ? readToken(context, actor) : undefined,
  })
}

/**
 * Signs an actor in and keeps the token in its cookie. Answers `false` when the email and password
 * do not belong together, or belong to another kind of actor. @throws ApiError for anything else
 */
export async function signIn(
  context: SessionContext,
  actor: Actor,
  credentials: Credentials,
): Promise<boolean> {
  try {
    const { token } = await apiFor(context).fetch<{ token: string }>(`/auth/${actor}/emailpass`, {
      method: "POST",
      body: credentials,
    })
    if (!claimsOf(token).actor_id) return false
    writeToken(context, actor, token)
    return true
  } catch (error) {
    if (error instanceof ApiError && error.status === 401) return false
    throw error
  }
}

/** Sets a cookie that only this server reads: httpOnly, same site, https where the page is. */
export function writeCookie(
  context: SessionContext,
  name: string,
  value: string,
  days: number,
): void {
  context.cookies.set(name, value, {
    path: "/",
    httpOnly: true,
    sameSite: "lax",
    secure: context.url.protocol === "https:",
    maxAge: days * day,
  })
}

export function clearCookie(context: SessionContext, name: string): void {
  context.cookies.delete(name, { path: "/" })
}

type Claims = { actor_id?: string; exp?: number }

/** Reads a token's claims without verifying them: only to know when not to send it. */
function claimsOf(token: string): Claims {
  try {
    const payload = token.split(".")[1] ?? ""
    return JSON.parse(Buffer.from(payload, "base64url").toString("utf8")) as Claims
  } catch {
    return {}
  }
}

function hasExpired(token: string, now: number): boolean {
  const { exp } = claimsOf(token)
  return exp !== undefined && exp * 1000 <= now
}
