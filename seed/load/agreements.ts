import type { MedusaContainer } from "@medusajs/framework/types"
import {
  addToArchiveWorkflow,
  draftAgreementWorkflow,
  publishAgreementWorkflow,
  setHouseholdCodeWorkflow,
} from "@shangxing/provenance/workflows"

import type { AgreementPlan, SupportPlan } from "../generate/agreements"
import { CLERK_SELLER } from "../generate/plan"
import { forEachInLanes, getOrThrow } from "./collections"
import type { Registry } from "./lots"

/** Printed in the README: it guards a demonstration and nothing else. */
const HOUSEHOLD_CODE = "4092"

/**
 * Agreements first, so that the floors of all that is weighed in later are theirs; then the archive,
 * and the codes by which a few households confirm.
 */
export async function supportHouseholds(
  container: MedusaContainer,
  { agreements, archive, coded }: SupportPlan,
  registry: Registry,
  pictures: ReadonlyMap<string, string>,
): Promise<void> {
  const ids = new Map<string, string>()
  await forEachInLanes(agreements, async (agreement) => {
    ids.set(agreement.number, await conclude(container, agreement, registry))
  })
  await forEachInLanes(archive, async ({ seller, number, household, art, ...entry }) => {
    await addToArchiveWorkflow(container).run({
      input: {
        ...entry,
        seller_id: getOrThrow(registry.sellerIds, seller, "seller"),
        agreement_id: getOrThrow(ids, number, "agreement"),
        household_id: household && getOrThrow(registry.householdIds, household, "household"),
        photos: art.map((name) => getOrThrow(pictures, name, "picture")),
      },
    })
  })
  await forEachInLanes(coded, async (household) => {
    await setHouseholdCodeWorkflow(container).run({
      input: {
        seller_id: getOrThrow(registry.sellerIds, CLERK_SELLER, "seller"),
        household_id: getOrThrow(registry.householdIds, household, "household"),
        code: HOUSEHOLD_CODE,
        set_by: "过磅员（演示）",
        witness: "服务站（演示）",
      },
    })
  })
}

/** Drafts and publishes every version in its order; answers the agreement's id. */
async function conclude(
  container: MedusaContainer,
  { seller, number, versions, ...agreement }: AgreementPlan,
  { sellerIds, householdIds }: Registry,
): Promise<string> {
  const seller_id = getOrThrow(sellerIds, seller, "seller")
  let agreement_id: string | undefined
  for (const { effective_from, households, ...terms } of versions) {
    const { result } = await draftAgreementWorkflow(container).run({
      input: {
        seller_id,
        ...(agreement_id ? { agreement_id } : { number }),
        drafted_by: agreement.responsible_person,
        terms: {
          ...agreement,
          ...terms,
          mode: "order",
          households: households.map(({ registry_key, promised_g }) => ({
            household_id: getOrThrow(householdIds, registry_key, "household"),
            promised_g,
          })),
        },
      },
    })
    agreement_id = result.id
    await publishAgreementWorkflow(container).run({
      input: { seller_id, agreement_id, effective_from },
    })
  }
  if (!agreement_id) throw new RangeError(`${number} has no version.`)
  return agreement_id
}
