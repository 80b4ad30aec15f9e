import type { MedusaContainer } from "@medusajs/framework/types"

import { DIVISION_MODULE, type DivisionModuleService } from "../modules/division"
import type { AdminCountyIndustriesResponse } from "../types/http"

/** What the operator keeps of counties' industries; of all, or of one. */
export async function describeIndustries(
  container: MedusaContainer,
  countyCode = "",
): Promise<AdminCountyIndustriesResponse["county_industries"]> {
  const divisions = container.resolve<DivisionModuleService>(DIVISION_MODULE)
  const counties = await divisions.counties(countyCode)
  const codes = counties.map(({ code }) => code)
  const [users, specialities] = await Promise.all([
    divisions.lawfulUsersOf(codes),
    divisions.specialitiesOf(codes),
  ])
  return counties
    .filter(({ industry }) => industry !== null)
    .map(({ code, industry }) => ({
      county_code: code,
      name: industry!.name,
      gi_records: industry!.gi_records.map(({ kind, number, is_verified }) => ({
        kind,
        number,
        is_verified,
      })),
      lawful_users: users.filter((user) => user.county_code === code).map(withoutCounty),
      specialities: specialities.filter((each) => each.county_code === code).map(withoutCounty),
    }))
}

function withoutCounty<Row extends { county_code: string }>({ county_code: _, ...row }: Row) {
  return row
}
