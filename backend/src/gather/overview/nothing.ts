import type { MedusaContainer } from "@medusajs/framework/types"
import type { NothingReceived } from "@shangxing/attribution/types/overview"

import { nameDivisions } from "../names"
import type { People } from "./people"

/** Households with an agreement in force and no receipt, by place, most first; a village is one place. */
export async function gatherNothing(
  container: MedusaContainer,
  people: People,
): Promise<NothingReceived> {
  const places = people.places.filter(({ nothing_count }) => nothing_count > 0)
  const names = await nameDivisions(
    container,
    places.map(({ place }) => place),
  )
  return {
    count: people.nothing_count,
    signed_count: people.signed_count,
    places: places
      .map(({ place, nothing_count, signed_count }) => ({
        division: names.division(place),
        count: nothing_count,
        signed_count,
      }))
      .sort((a, b) => b.count - a.count || (a.division.code < b.division.code ? -1 : 1)),
  }
}
