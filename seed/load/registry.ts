import type { MedusaContainer } from "@medusajs/framework/types"
import {
  declareCountyIndustriesWorkflow,
  declareSpecialitiesWorkflow,
  enrolCooperativeMembersWorkflow,
  importDivisionsWorkflow,
  importHouseholdsWorkflow,
} from "@shangxing/provenance/workflows"

import { INDUSTRIES } from "../data/industries"
import { PRODUCTS } from "../data/products"
import { SELLERS } from "../data/sellers"
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

/**
 * One speciality for each township whose own goods are on sale, by its first product. They are drawn
 * from the goods of this demo, so none is verified and each says that it is a demo.
 */
export async function declareSpecialities(container: MedusaContainer): Promise<void> {
  const declared = new Set<string>()
  for (const product of PRODUCTS) {
    const seller = SELLERS.find(({ handle }) => handle === product.seller)
    // A blend comes from several townships and is the speciality of none.
    if (!seller || product.supply.from || declared.has(seller.township_code)) continue
    declared.add(seller.township_code)
    await declareSpecialitiesWorkflow(container).run({
      input: {
        county_code: seller.county_code,
        specialities: [
          {
            division_code: seller.township_code,
            product_kind: product.supply.kind.zh,
            name: product.supply.kind,
            recognition: null,
            is_verified: false,
            is_demo: true,
          },
        ],
      },
    })
  }
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
