import type { MedusaContainer } from "@medusajs/framework/types"
import {
  declareCountyIndustriesWorkflow,
  enrolCooperativeMembersWorkflow,
  importDivisionsWorkflow,
  importHouseholdsWorkflow,
} from "@shangxing/provenance/workflows"

import { INDUSTRIES } from "../data/industries"
import type { HouseholdPlan } from "../generate/households"
import type { DivisionTables } from "../generate/rows"
import { getOrThrow } from "./collections"

/**
 * 会理县 became 会理市 in 2021: the old code stays with its successor (domain §1).
 * Source: 民政部, 2021-01-20, 撤销会理县、设立县级会理市.
 */
const RETIRED = [
  {
    code: "513425",
    name_zh: "会理县",
    name_en: "Huili County",
    valid_to: "2021-01-20",
    successor_code: "513402",
  },
]

export async function importDivisions(
  container: MedusaContainer,
  tables: DivisionTables,
): Promise<void> {
  await importDivisionsWorkflow(container).run({ input: { ...tables, retired: RETIRED } })
}

export async function declareIndustries(
  container: MedusaContainer,
  pictures: ReadonlyMap<string, string>,
): Promise<void> {
  const industries = INDUSTRIES.map(({ art, ...industry }) => ({
    ...industry,
    picture_url: getOrThrow(pictures, art, "picture"),
  }))
  await declareCountyIndustriesWorkflow(container).run({ input: { industries } })
}

/** Imports households and enrols them with their sellers; answers their ids by registry key. */
export async function importHouseholds(
  container: MedusaContainer,
  households: readonly HouseholdPlan[],
  sellerIds: ReadonlyMap<string, string>,
): Promise<Map<string, string>> {
  const { result } = await importHouseholdsWorkflow(container).run({
    input: { households: households.map(rowOf) },
  })
  const ids = new Map(
    households.map(({ registry_key }, i) => [registry_key, result.household_ids[i] ?? ""]),
  )
  await enrolCooperativeMembersWorkflow(container).run({
    input: {
      members: households.map(({ registry_key, seller, joined_on }) => ({
        household_id: getOrThrow(ids, registry_key, "household"),
        seller_id: getOrThrow(sellerIds, seller, "seller"),
        joined_on,
      })),
    },
  })
  return ids
}

/**
 * Corrections that officials record after the lots are sealed: new rows, so that what the lots
 * say of the delivery days stays as it was known then.
 */
export async function correctStatuses(
  container: MedusaContainer,
  households: readonly HouseholdPlan[],
): Promise<void> {
  const corrected = households.flatMap((household) =>
    household.late_correction
      ? [{ ...rowOf(household), statuses: [household.late_correction] }]
      : [],
  )
  await importHouseholdsWorkflow(container).run({ input: { households: corrected } })
}

function rowOf({ registry_key, head_name, head_count, village_code, statuses }: HouseholdPlan) {
  return { registry_key, head_name, head_count, village_code, statuses }
}
