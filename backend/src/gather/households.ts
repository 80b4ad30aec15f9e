import type { MedusaContainer } from "@medusajs/framework/types"
import { lastDayOf, monthOf } from "@shangxing/attribution/domain/period"
import type { HouseholdTotal } from "@shangxing/attribution/modules/ledger/types"
import type {
  OfficialHousehold,
  OfficialHouseholdsResponse,
} from "@shangxing/attribution/types/http"
import type { PeriodShown } from "@shangxing/attribution/types/overview"

import type { Scope } from "./jurisdiction"
import { nameDivisions } from "./names"
import { modules } from "./modules"

type Asked = { period: PeriodShown; benefit: "some" | "none"; offset: number; limit: number }

/**
 * The officials' table: enrolled households of a division with what a period's sales attribute
 * to them, most first, and what they received; or, with `benefit: none`, those that nothing reached, by village.
 */
export async function gatherHouseholds(
  container: MedusaContainer,
  scope: Scope,
  asked: Asked,
): Promise<OfficialHouseholdsResponse> {
  const read = asked.benefit === "some" ? reached : unreached
  const { count, total_fen, households } = await read(container, scope, asked)
  const { period, offset, limit } = asked
  const received = await modules.receipts(container).receivedBy(
    households.map(({ id }) => id),
    { division: scope.code, from: period.from, to: period.to },
  )
  const named = await nameHouseholds(container, households)
  return {
    division: scope.division,
    path: scope.path,
    period,
    total_fen,
    households: named.map((household) => ({
      ...household,
      receipts_fen: received[household.id] ?? 0,
    })),
    count,
    offset,
    limit,
  }
}

/** A household of the registry, masked, with its figure. */
export type HouseholdWithFigure = {
  id: string
  village_code: string
  masked_name: string
  status_label_zh: string | null
  figure: HouseholdTotal | undefined
}

type Page = { count: number; total_fen: number; households: HouseholdWithFigure[] }

async function reached(container: MedusaContainer, scope: Scope, asked: Asked): Promise<Page> {
  const { period, limit, offset } = asked
  const totals = await modules.ledger(container).householdTotals({
    divisionPrefix: scope.code,
    ...attributedIn(period),
    account: "enrolled_household",
    limit,
    offset,
  })
  const ids = totals.households.map(({ household_id }) => household_id)
  const known = await modules.registry(container).householdsWithin({
    division: scope.code,
    on: period.to,
    ids,
    limit: ids.length,
  })
  const byId = new Map(known.households.map((household) => [household.id, household]))
  return {
    count: totals.count,
    total_fen: totals.total_fen,
    households: totals.households.map((figure) => ({
      id: figure.household_id,
      village_code: figure.village_code ?? "",
      masked_name: byId.get(figure.household_id)?.masked_name ?? "—",
      status_label_zh: byId.get(figure.household_id)?.status_label_zh ?? null,
      figure,
    })),
  }
}

/** Whole months are read from the rollups; a running one is whole, for nothing is dated later. */
function attributedIn({ from, to, is_running }: PeriodShown) {
  const months = { from: monthOf(from), to: monthOf(to) }
  const isWhole = from.endsWith("-01") && (is_running || to === lastDayOf(months.to))
  return isWhole ? months : { ...months, days: { from, to } }
}

async function unreached(container: MedusaContainer, scope: Scope, asked: Asked): Promise<Page> {
  const { period, offset, limit } = asked
  const within = { divisionPrefix: scope.code, ...attributedIn(period) }
  const account = "enrolled_household" as const
  const totals = { ...within, account, offset: 0, limit: Number.MAX_SAFE_INTEGER }
  const sold = await modules.ledger(container).householdTotals(totals)
  const { households, count } = await modules.registry(container).householdsWithin({
    division: scope.code,
    on: period.to,
    is_enrolled: true,
    exclude_ids: sold.households
      .filter(({ attributed_fen }) => attributed_fen > 0)
      .map(({ household_id }) => household_id),
    ...{ offset, limit },
  })
  return { count, total_fen: 0, households: households.map((h) => ({ ...h, figure: undefined })) }
}

/** Households as the officials' pages show them: named by place, never by person. */
export async function nameHouseholds(
  container: MedusaContainer,
  households: HouseholdWithFigure[],
): Promise<OfficialHousehold[]> {
  const codes = households.flatMap(({ village_code: code }) => [
    code,
    code.slice(0, 9),
    code.slice(0, 6),
  ])
  const names = await nameDivisions(container, codes)
  return households.map(({ id, village_code, masked_name, status_label_zh, figure }) => ({
    id,
    masked_name,
    village: names.division(village_code),
    township: names.division(village_code.slice(0, 9)),
    county: names.division(village_code.slice(0, 6)),
    status_label_zh: status_label_zh ?? "",
    attributed_fen: figure?.enrolled_fen ?? 0,
    entry_count: figure?.entry_count ?? 0,
    last_effective_on: figure?.last_effective_on ?? null,
  }))
}
