import type { MedusaContainer } from "@medusajs/framework/types"
import { giMarkOf } from "@shangxing/provenance/domain/speciality"
import type { CountySpeciality, GiMark } from "@shangxing/provenance/types/http"

import { nameDivisions } from "./names"
import { modules } from "./modules"
import type { PublishedProduct } from "./products"

/**
 * Specialities of a county's townships and villages, each with the goods on sale from its place.
 * What nobody verified is marked so, and its recognition is left out.
 */
export async function gatherSpecialities(
  container: MedusaContainer,
  countyCode: string,
  products: readonly PublishedProduct[],
): Promise<CountySpeciality[]> {
  const specialities = await modules.divisions(container).specialitiesOf([countyCode])
  if (specialities.length === 0) return []
  const codes = specialities.map(({ division_code }) => division_code)
  const [names, townshipOf] = await Promise.all([
    nameDivisions(container, codes),
    townshipsOfProducts(container, products),
  ])
  return specialities.map(({ division_code, name, recognition, is_verified, is_demo }) => ({
    division_code,
    place: names.of(division_code),
    level: division_code.length === 12 ? "village" : "township",
    name,
    recognition: is_verified ? recognition : null,
    is_verified,
    is_demo,
    products: products
      .filter(({ id }) => townshipOf.get(id) === division_code.slice(0, 9))
      .map(({ id, handle, title }) => ({ id, handle, title })),
  }))
}

/** The township that each product's seller declared as its origin. */
async function townshipsOfProducts(
  container: MedusaContainer,
  products: readonly PublishedProduct[],
): Promise<Map<string, string | null>> {
  const ids = products.map(({ id }) => id)
  const described = await modules.lots(container).describeProducts(ids)
  return new Map(
    described.map(({ product_id, origin }) => [product_id, origin?.township_code ?? null]),
  )
}

/** The mark that each seller may show on the county's goods, by the seller's credit code. */
export async function gatherGiMarks(
  container: MedusaContainer,
  countyCode: string,
): Promise<(creditCode: string | null) => GiMark | null> {
  const divisions = modules.divisions(container)
  const [[industry], users] = await Promise.all([
    divisions.industriesOf([countyCode]),
    divisions.lawfulUsersOf([countyCode]),
  ])
  const records = (industry?.gi_records ?? []).map((record) => ({
    ...record,
    isVerified: record.is_verified,
  }))
  const list = users.map((user) => ({
    giNumber: user.gi_number,
    unifiedSocialCreditCode: user.unified_social_credit_code,
    announcementNumber: user.announcement_number,
    isVerified: user.is_verified,
  }))
  return (creditCode) => {
    const mark = giMarkOf(creditCode, records, list)
    if (!mark) return null
    const { kind, number } = mark.record
    return { kind, number, announcement_number: mark.announcementNumber }
  }
}
