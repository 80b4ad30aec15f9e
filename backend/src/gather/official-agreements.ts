import type { MedusaContainer } from "@medusajs/framework/types"
import type {
  BooksScope,
  OfficialAgreement,
  OfficialAgreementsResponse,
} from "@shangxing/attribution/types/books"
import type {
  AgreementRecord,
  AgreementVersionRecord,
} from "@shangxing/provenance/modules/agreement/types"

import { modules } from "./modules"

type State = OfficialAgreementsResponse["state"]
type Held = { record: AgreementRecord; version: AgreementVersionRecord; own: Set<string> }

/**
 * Support agreements that name a household of the division, as they stood on the period's last day:
 * what was promised and bought counts the division's households only. Read-only.
 */
export async function gatherOfficialAgreements(
  container: MedusaContainer,
  head: BooksScope,
  state: State,
  page: { offset: number; limit: number },
): Promise<OfficialAgreementsResponse> {
  const held = await heldWithin(container, head)
  const described = await describe(container, held)
  const inForce = described.filter(({ is_in_force }) => is_in_force)
  const chosen = described.filter(
    ({ is_in_force }) => state === "all" || is_in_force === (state === "in_force"),
  )
  const households = held
    .filter(({ record }) => record.in_force !== null)
    .flatMap(({ own }) => [...own])
  const sum = (key: "promised_g" | "bought_g") =>
    inForce.reduce((total, row) => total + row[key], 0)
  return {
    ...head,
    state,
    in_force_count: inForce.length,
    household_count: new Set(households).size,
    promised_g: sum("promised_g"),
    bought_g: sum("bought_g"),
    agreements: chosen.slice(page.offset, page.offset + page.limit),
    count: chosen.length,
    ...page,
  }
}

/** The version that holds, or the last that was published; drafts are the seller's own. */
async function heldWithin(container: MedusaContainer, head: BooksScope): Promise<Held[]> {
  const records = await modules.agreements(container).agreementsOf({ on: head.period.to })
  const known = records.flatMap((record) => {
    const published = record.versions.filter(({ status }) => status === "published")
    const version = record.in_force ?? published.at(-1)
    return version ? [{ record, version }] : []
  })
  const parties = known.flatMap(({ version }) =>
    version.households.map(({ household_id }) => household_id),
  )
  const places = await modules.registry(container).placesOf([...new Set(parties)])
  const within = new Set(
    places
      .filter(({ village_code }) => village_code.startsWith(head.division.code))
      .map(({ id }) => id),
  )
  return known.flatMap(({ record, version }) => {
    const own = new Set(
      version.households.map((party) => party.household_id).filter((id) => within.has(id)),
    )
    return own.size > 0 ? [{ record, version, own }] : []
  })
}

async function describe(container: MedusaContainer, held: Held[]): Promise<OfficialAgreement[]> {
  const sellerIds = [...new Set(held.map(({ record }) => record.seller_id))]
  const [sellers, visits, bought] = await Promise.all([
    modules.sellers(container).listSellers({ id: sellerIds }),
    modules.agreements(container).lastVisits(held.map(({ record }) => record.id)),
    boughtByVersion(container, held, sellerIds),
  ])
  const sellerOf = new Map(sellers.map((seller) => [seller.id, seller]))
  return held.map(({ record, version, own }) => ({
    id: record.id,
    number: record.number,
    seller: {
      id: record.seller_id,
      name_zh: sellerOf.get(record.seller_id)?.name_zh ?? record.seller_id,
      name_en: sellerOf.get(record.seller_id)?.name_en ?? null,
    },
    mode: version.mode,
    product_kind: version.product_kind,
    responsible_person: version.responsible_person,
    version: version.version,
    starts_on: version.starts_on,
    ends_on: version.ends_on,
    is_in_force: record.in_force !== null,
    party_count: own.size,
    all_party_count: version.households.length,
    promised_g: version.households
      .filter(({ household_id }) => own.has(household_id))
      .reduce((sum, { promised_g }) => sum + (promised_g ?? 0), 0),
    bought_g: bought(record, own),
    floors: version.floors,
    last_visit_on: visits[record.id] ?? null,
  }))
}

/** Confirmed grams under any version of an agreement, of some households; one read for all. */
async function boughtByVersion(container: MedusaContainer, held: Held[], sellerIds: string[]) {
  const versions = held.flatMap(({ record }) => record.versions)
  const from = versions.map(({ starts_on }) => starts_on).sort()[0]
  const to = versions
    .map(({ ends_on }) => ends_on)
    .sort()
    .at(-1)
  const rows = from && to ? await modules.lots(container).boughtUnder({ sellerIds, from, to }) : []
  return (record: AgreementRecord, own: ReadonlySet<string>) => {
    const ids = new Set(record.versions.map(({ id }) => id))
    return rows
      .filter(({ agreement_version_id: id }) => id !== null && ids.has(id))
      .filter(({ household_id }) => own.has(household_id))
      .reduce((sum, { net_g }) => sum + net_g, 0)
  }
}
