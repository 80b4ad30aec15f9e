import type { AuthenticatedMedusaRequest } from "@medusajs/framework/http"
import type { MedusaContainer } from "@medusajs/framework/types"
import { MedusaError } from "@medusajs/framework/utils"
import { askedPeriod, type PeriodRefusal } from "@shangxing/attribution/domain/asked-period"
import { monthOf, shanghaiDay } from "@shangxing/attribution/domain/period"
import type { BooksScope, NamedHousehold } from "@shangxing/attribution/types/books"
import type { OverviewFilter, PeriodShown } from "@shangxing/attribution/types/overview"

import { type Scope, scopeOf } from "./jurisdiction"
import { localize } from "./localize"
import { modules } from "./modules"
import { nameDivisions } from "./names"
import { notFound } from "./not-found"
import { readRows } from "./read-rows"

export type BooksAsked = { division?: string; period?: string; as_of?: string }

const WORDS: Record<PeriodRefusal, { zh: string; en: string }> = {
  period_invalid: {
    zh: "这不是一个时段。写成 2026-11、2026，或 2026-03-01..2026-05-31。",
    en: "This is no period. Write 2026-11, 2026, or 2026-03-01..2026-05-31.",
  },
  period_reversed: {
    zh: "结束的日子在开始之前。请把两天对调。",
    en: "The last day comes before the first. Exchange the two.",
  },
  period_in_future: {
    zh: "这个时段还没开始。请选已经开始的时段。",
    en: "This period has not begun. Choose one that has.",
  },
  period_too_long: {
    zh: "时段太长，最多五年。请分几次查。",
    en: "This period is too long: five years at most. Ask in parts.",
  },
}

/**
 * What a request about the books asks for: a division of the official's own subtree, a period (the
 * running month when none is named) and the moment that the figures speak of.
 *
 * @throws MedusaError NOT_FOUND `division_unknown`; INVALID_DATA `period_…`, `as_of_invalid`.
 */
export async function booksScopeOf(
  req: AuthenticatedMedusaRequest,
  { division, period, as_of }: BooksAsked,
): Promise<{ scope: Scope; head: BooksScope }> {
  const shown = periodShown(req, period)
  const moment = momentAsked(req, as_of)
  const scope = await scopeOf(req, division)
  return {
    scope,
    head: {
      division: scope.division,
      path: scope.path,
      period: shown,
      as_of: moment ?? new Date().toISOString(),
      is_past: moment !== undefined,
    },
  }
}

/** @throws MedusaError INVALID_DATA `period_…`. */
export function periodShown(req: AuthenticatedMedusaRequest, asked?: string): PeriodShown {
  const today = shanghaiDay(new Date())
  const read = askedPeriod(asked ?? monthOf(today), today)
  if ("period" in read) return read.period
  const { refusal } = read
  throw new MedusaError(
    MedusaError.Types.INVALID_DATA,
    `${asked ?? ""}: ${localize(req, WORDS[refusal])}`,
    refusal,
  )
}

function momentAsked(req: AuthenticatedMedusaRequest, asked?: string): string | undefined {
  if (asked === undefined) return undefined
  const time = Date.parse(asked)
  if (!Number.isNaN(time) && time <= Date.now()) return new Date(time).toISOString()
  throw new MedusaError(
    MedusaError.Types.INVALID_DATA,
    localize(req, {
      zh: `“${asked}”不是一个已经过去的时刻。写成 2026-11-22T08:00:00Z。`,
      en: `"${asked}" is no past moment. Write it as 2026-11-22T08:00:00Z.`,
    }),
    "as_of_invalid",
  )
}

/** Households by public id and masked name; ids that the registry does not know get no name. */
export async function nameBooksHouseholds(
  container: MedusaContainer,
  households: readonly { id: string; village_code: string | null }[],
): Promise<Map<string, NamedHousehold>> {
  const ids = [...new Set(households.map(({ id }) => id))]
  const [masked, names] = await Promise.all([
    modules.registry(container).maskedNames(ids),
    nameDivisions(
      container,
      households.map(({ village_code }) => village_code),
    ),
  ])
  return new Map(
    households.map(({ id, village_code }) => [
      id,
      { id, masked_name: masked[id] ?? "—", village: names.division(village_code ?? "") },
    ]),
  )
}

/**
 * A household that a list is narrowed to.
 * @throws MedusaError NOT_FOUND `household_unknown`, alike outside the division and for none.
 */
export async function householdAskedFor(
  req: AuthenticatedMedusaRequest,
  scope: Scope,
  id: string | undefined,
): Promise<NamedHousehold | null> {
  if (id === undefined) return null
  const [place] = await modules.registry(req.scope).placesOf([id])
  if (!place?.village_code.startsWith(scope.code)) {
    throw notFound(req, "household_unknown", {
      zh: `您的辖区里没有编号为 ${id} 的农户。请回到农户表里找。`,
      en: `There is no household ${id} in your jurisdiction. Go back to the table of households.`,
    })
  }
  const named = await nameBooksHouseholds(req.scope, [place])
  return named.get(id) ?? null
}

/** Names of the seller and product that figures are narrowed to; unknown ids name themselves. */
export async function filterShown(
  container: MedusaContainer,
  asked: { circle?: "small" | "big"; seller?: string; product?: string },
): Promise<OverviewFilter> {
  const { circle = null, seller, product } = asked
  const [sellers, products] = await Promise.all([
    seller ? modules.sellers(container).listSellers({ id: [seller] }) : [],
    product
      ? readRows<{ id: string; title: string }>(container, {
          entity: "product",
          fields: ["id", "title"],
          filters: { id: [product] },
        })
      : [],
  ])
  const [known] = sellers
  return {
    circle,
    seller: seller
      ? { id: seller, name_zh: known?.name_zh ?? seller, name_en: known?.name_en ?? null }
      : null,
    product: product
      ? { id: product, title_zh: products[0]?.title ?? product, title_en: null }
      : null,
  }
}
