import type { MedusaContainer } from "@medusajs/framework/types"
import { monthOf, shanghaiDay } from "@shangxing/attribution/domain/period"
import { PUBLIC_MINIMUM, shownGroups } from "@shangxing/attribution/domain/small-groups"
import type { IndustryContent } from "@shangxing/provenance/modules/division/types"
import type {
  CountyEffect,
  CountyResponse,
  CountySeller,
  ListedLot,
  Story,
} from "@shangxing/provenance/types/http"

import { type CountyGoods, describeCounties, gatherGoods } from "./counties"
import { nameDivisions } from "./names"
import { modules } from "./modules"
import { gatherGiMarks, gatherSpecialities } from "./specialities"

/** The brand page of a county, or `null` for a code that is no county in force. */
export async function gatherCounty(
  container: MedusaContainer,
  code: string,
): Promise<CountyResponse["county"] | null> {
  const [county] = /^\d{6}$/.test(code) ? await modules.divisions(container).counties(code) : []
  if (!county) return null
  const goods = await gatherGoods(container)
  const own = goods.get(code) ?? { products: [], lots: [], sellerIds: [] }
  const [brand] = await describeCounties(container, [county], goods)
  const names = await nameDivisions(container, [code.slice(0, 2)])
  return {
    ...brand!,
    province: names.of(code.slice(0, 2)),
    ...contentOf(county.industry),
    story: await storyOf(container, county.industry),
    specialities: await gatherSpecialities(container, code, own.products),
    sellers: await gatherSellers(container, code, own.sellerIds),
    lots: await gatherLots(container, own),
    effect: await gatherEffect(container, code),
    product_ids: own.products.map(({ id }) => id),
  }
}

const empty = { zh: "", en: "" }

const noContent = {
  intro: empty,
  seal: "",
  facts: [],
  gi_records: [],
  season: [],
  season_note: empty,
} satisfies Partial<CountyResponse["county"]>

function contentOf(industry: IndustryContent | null) {
  if (!industry) return noContent
  const { intro, seal, facts, gi_records, season, season_note } = industry
  // An unverified claim is kept in the registry and never shown as a fact.
  const verified = gi_records
    .filter(({ is_verified }) => is_verified)
    .map(({ kind, number, announced_on }) => ({ kind, number, announced_on }))
  return { intro, seal, facts, gi_records: verified, season, season_note }
}

/** A household's story only while the household consents: a withdrawal unpublishes at once. */
async function storyOf(
  container: MedusaContainer,
  industry: IndustryContent | null,
): Promise<Story | null> {
  if (!industry?.story) return null
  const { household_id: whose, ...story } = industry.story
  if (!whose) return story
  const consenting = await modules.registry(container).consenting([whose], "story")
  return consenting.length > 0 ? story : null
}

async function gatherSellers(
  container: MedusaContainer,
  countyCode: string,
  ids: string[],
): Promise<CountySeller[]> {
  const [sellers, members, volumes, giMark] = await Promise.all([
    modules.sellers(container).listSellers({ id: ids }),
    modules.registry(container).countBySeller(ids),
    modules.lots(container).volumesOf(ids),
    gatherGiMarks(container, countyCode),
  ])
  const names = await nameDivisions(
    container,
    sellers.map(({ township_code }) => township_code),
  )
  const volumeOf = new Map(volumes.map((volume) => [volume.seller_id, volume]))
  return sellers.sort(enterprisesFirst).map((seller) => ({
    id: seller.id,
    handle: seller.handle,
    kind: seller.kind,
    name: { zh: seller.name_zh, en: seller.name_en },
    about: { zh: seller.about_zh ?? "", en: seller.about_en ?? "" },
    founded_year: seller.founded_year,
    township: seller.township_code ? names.of(seller.township_code) : null,
    household_count: members[seller.id]?.household_count ?? 0,
    enrolled_household_count: members[seller.id]?.enrolled_household_count ?? 0,
    delivered_g: volumeOf.get(seller.id)?.delivered_g ?? 0,
    gi_mark: giMark(seller.unified_social_credit_code),
  }))
}

const rank = { leading_enterprise: 0, cooperative: 1, large_grower: 2 }

function enterprisesFirst(a: Ranked, b: Ranked): number {
  return rank[a.kind] - rank[b.kind] || (a.id < b.id ? -1 : 1)
}
type Ranked = { id: string; kind: keyof typeof rank }

async function gatherLots(container: MedusaContainer, goods: CountyGoods): Promise<ListedLot[]> {
  const names = await nameDivisions(
    container,
    goods.lots.flatMap(({ township_code, village_code }) => [township_code, village_code]),
  )
  const titleOf = new Map(goods.products.map(({ id, title }) => [id, title]))
  // A lot is listed once, by the first of its packs.
  const firstPacks = new Map([...goods.lots].reverse().map((lot) => [lot.id, lot]))
  return [...firstPacks.values()]
    .sort((a, b) => (a.harvested_to > b.harvested_to ? -1 : 1))
    .map((lot) => ({
      gtin: lot.gtin,
      code: lot.code,
      trace_path: lot.trace_path,
      product_title: titleOf.get(lot.product_id) ?? { zh: lot.code, en: lot.code },
      village: lot.village_code ? names.of(lot.village_code) : null,
      township: lot.township_code ? names.of(lot.township_code) : null,
      grade: lot.grade,
      harvested_on: lot.harvested_to,
      remaining_g: lot.remaining_g,
      has_certificate: lot.certificate !== null,
    }))
}

/** What the county's goods did this year: only when there are enough households to hide in. */
async function gatherEffect(
  container: MedusaContainer,
  code: string,
): Promise<CountyEffect | null> {
  const to = monthOf(shanghaiDay(new Date()))
  const from = `${to.slice(0, 4)}-01`
  const { by_village, ...effect } = await modules.ledger(container).effectOfCounty(code, from, to)
  if (effect.household_count < PUBLIC_MINIMUM) return null
  const shown = shownGroups(
    by_village.map(({ village_code, household_count }) => ({
      key: village_code,
      count: household_count,
    })),
    PUBLIC_MINIMUM,
  )
  const names = await nameDivisions(
    container,
    shown.map(({ key }) => key),
  )
  const counted = shown.reduce((sum, { count }) => sum + count, 0)
  return {
    ...effect,
    by_village: shown.map(({ key, count }) => ({ name: names.of(key), household_count: count })),
    // Of all households reached, so that those without a village are among the merged.
    merged_household_count: effect.household_count - counted,
  }
}
