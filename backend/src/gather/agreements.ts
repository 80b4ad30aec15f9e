import type { MedusaContainer } from "@medusajs/framework/types"
import type {
  AgreementRecord,
  AgreementVersionRecord,
} from "@shangxing/provenance/modules/agreement/types"
import type {
  AgreementVersion,
  ArchiveEntry,
  Bilingual,
  SellerAgreement,
} from "@shangxing/provenance/types/http"

import { modules } from "./modules"
import { nameDivisions } from "./names"

/** A seller's agreements with what was promised and what was bought under each. */
export async function gatherAgreements(
  container: MedusaContainer,
  sellerId: string,
  id?: string,
): Promise<SellerAgreement[]> {
  const records = await modules
    .agreements(container)
    .agreementsOf(id ? { sellerIds: [sellerId], ids: [id] } : { sellerIds: [sellerId] })
  const people = await namePeople(
    container,
    records.flatMap(({ versions }) =>
      versions.flatMap(({ households }) => households.map(({ household_id }) => household_id)),
    ),
  )
  return await Promise.all(
    records.map(async (record) => {
      const bought = await boughtIn(container, record)
      const versions = record.versions.map((version) => versionOf(version, people, bought))
      const held = versions.find(({ version }) => version === record.in_force?.version)
      const sum = (key: "promised_g" | "bought_g") =>
        (held?.households ?? []).reduce((total, party) => total + (party[key] ?? 0), 0)
      return {
        id: record.id,
        number: record.number,
        versions,
        in_force: held?.version ?? null,
        promised_g: sum("promised_g"),
        bought_g: sum("bought_g"),
      }
    }),
  )
}

type Person = { masked_name: string; village: Bilingual }

async function namePeople(container: MedusaContainer, all: string[]): Promise<Map<string, Person>> {
  const ids = [...new Set(all)]
  const [places, names] = await Promise.all([
    modules.registry(container).placesOf(ids),
    modules.registry(container).maskedNames(ids),
  ])
  const villages = await nameDivisions(
    container,
    places.map(({ village_code }) => village_code),
  )
  return new Map(
    places.map(({ id, village_code }) => [
      id,
      { masked_name: names[id] ?? "**", village: villages.of(village_code) },
    ]),
  )
}

/** Confirmed grams per household under any version of the agreement: what was floor-priced by it. */
export async function boughtIn(container: MedusaContainer, record: AgreementRecord) {
  const own = new Set(record.versions.map(({ id }) => id))
  const from = record.versions.map(({ starts_on }) => starts_on).sort()[0] ?? "9999-12-31"
  const to =
    record.versions
      .map(({ ends_on }) => ends_on)
      .sort()
      .at(-1) ?? "0000-01-01"
  const rows = await modules
    .lots(container)
    .boughtUnder({ sellerIds: [record.seller_id], from, to })
  const grams = new Map<string, number>()
  for (const { household_id, agreement_version_id, net_g } of rows) {
    if (agreement_version_id === null || !own.has(agreement_version_id)) continue
    grams.set(household_id, (grams.get(household_id) ?? 0) + net_g)
  }
  return grams
}

function versionOf(
  { agreement_id: _agreement, drafted_by: _by, ...version }: AgreementVersionRecord,
  people: ReadonlyMap<string, Person>,
  bought: ReadonlyMap<string, number>,
): AgreementVersion {
  return {
    ...version,
    households: version.households.map(({ household_id, promised_g }) => ({
      household_id,
      promised_g,
      masked_name: people.get(household_id)?.masked_name ?? "**",
      village: people.get(household_id)?.village ?? { zh: "", en: "" },
      bought_g: bought.get(household_id) ?? 0,
    })),
  }
}

/** A page of the archive with masked names. */
export async function gatherArchive(
  container: MedusaContainer,
  filter: { seller_id: string; agreement_id?: string; household_id?: string },
  page: { limit: number; offset: number },
): Promise<{ entries: ArchiveEntry[]; count: number }> {
  const { entries, count } = await modules.agreements(container).archiveOf(filter, page)
  const people = await namePeople(
    container,
    entries.flatMap(({ household_id }) => household_id ?? []),
  )
  return {
    count,
    entries: entries.map(({ seller_id: _seller, ...entry }) => ({
      ...entry,
      masked_name: entry.household_id && (people.get(entry.household_id)?.masked_name ?? "**"),
    })),
  }
}
