import type { MedusaContainer } from "@medusajs/framework/types"
import { OVERSIGHT_MODULE } from "@shangxing/attribution/modules/oversight"
import type OversightModuleService from "@shangxing/attribution/modules/oversight/service"
import type { LooksResponse } from "@shangxing/provenance/types/http"

import { modules } from "./modules"
import { nameDivisions } from "./names"

/** Looks that an official may read, each with who took it and at whom, masked. */
export async function gatherLooks(
  container: MedusaContainer,
  official: { id: string; division_code: string },
  page: { offset: number; limit: number },
): Promise<LooksResponse> {
  const registry = modules.registry(container)
  const { looks, count } = await registry.looksFor(official, page)
  const [masked, officials, names] = await Promise.all([
    registry.maskedNames(looks.map(({ household_id }) => household_id)),
    container
      .resolve<OversightModuleService>(OVERSIGHT_MODULE)
      .listOfficials({ id: looks.map(({ official_id }) => official_id) }),
    nameDivisions(
      container,
      looks.flatMap((look) => [
        look.official_division,
        look.village_code,
        look.village_code.slice(0, 9),
      ]),
    ),
  ])
  const nameOf = new Map(officials.map(({ id, name }) => [id, name]))
  return {
    looks: looks.map(({ official_id, official_division, village_code, ...look }) => ({
      ...look,
      official: {
        id: official_id,
        name: nameOf.get(official_id) ?? "—",
        division: names.of(official_division),
      },
      is_own: official_id === official.id,
      masked_name: masked[look.household_id] ?? "**",
      township: names.of(village_code.slice(0, 9)),
      village: names.of(village_code),
    })),
    count,
    ...page,
  }
}
