/** Lists as the API answers them: newest first, cursors, `created` ranges. */
import type Stripe from "stripe"
import { invalidRequest, noSuch } from "../errors.ts"
import type { Kind, Objects, Row } from "../state/tables.ts"
import type { World } from "../engine/world.ts"

interface ListParams extends Stripe.PaginationParams {
  created?: Stripe.RangeQueryParam | number
}

interface Page<T> extends Pick<Stripe.ApiList<T>, "data" | "has_more" | "object" | "url"> {
  object: "list"
}

/** A page of the account's objects that pass `keep`. */
export function listObjects<K extends Kind>(
  world: World,
  kind: K,
  url: string,
  params: ListParams,
  keep: (object: Objects[K]) => boolean = () => true,
): Page<Objects[K]> {
  const rows = world.store
    .list(kind, kind === "account" ? null : world.account)
    .filter((row) => keep(row.object) && isWithin(createdOf(row), params.created))
  return page(rows, url, params)
}

const createdOf = (row: { object: { created?: number } }) => row.object.created ?? 0

function isWithin(created: number, range: ListParams["created"]): boolean {
  if (range === undefined) return true
  if (typeof range === "number") return created === range
  const { gt = -Infinity, gte = -Infinity, lt = Infinity, lte = Infinity } = range
  return created > gt && created >= gte && created < lt && created <= lte
}

export function page<K extends Kind>(
  rows: Row<K>[],
  url: string,
  params: ListParams,
): Page<Objects[K]> {
  const limit = params.limit ?? 10
  if (limit < 1 || limit > 100) {
    throw invalidRequest("Limit must be between 1 and 100.", {
      code: "parameter_invalid_integer",
      param: "limit",
    })
  }
  const { window, hasMore } = cut(rows, limit, params)
  return { object: "list", data: window.map((row) => row.object), has_more: hasMore, url }
}

function cut<K extends Kind>(rows: Row<K>[], limit: number, params: ListParams) {
  if (params.ending_before !== undefined) {
    const end = indexOf(rows, params.ending_before, "ending_before")
    const start = Math.max(0, end - limit)
    return { window: rows.slice(start, end), hasMore: start > 0 }
  }
  const after = params.starting_after
  const start = after === undefined ? 0 : indexOf(rows, after, "starting_after") + 1
  return { window: rows.slice(start, start + limit), hasMore: rows.length > start + limit }
}

function indexOf<K extends Kind>(rows: Row<K>[], id: string, param: string): number {
  const index = rows.findIndex((row) => row.object.id === id)
  if (index === -1) throw noSuch("object", id, param, 400)
  return index
}
