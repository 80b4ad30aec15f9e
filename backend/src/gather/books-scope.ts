import type { AuthenticatedMedusaRequest } from "@medusajs/framework/http"
import type { MedusaContainer } from "@medusajs/framework/types"
import type { BooksScope, NamedHousehold } from "@shangxing/attribution/types/books"

import type { Scope } from "./jurisdiction"
import { modules } from "./modules"
import { nameDivisions } from "./names"
import { notFound } from "./not-found"
import { readAsked } from "./overview/asked"

export type BooksAsked = { division?: string; period?: string; as_of?: string }

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
  const asked = await readAsked(req, { division, period, as_of })
  const { scope } = asked
  return {
    scope,
    head: {
      division: scope.division,
      path: scope.path,
      period: asked.period,
      as_of: asked.moment,
      is_past: asked.past !== undefined,
    },
  }
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
