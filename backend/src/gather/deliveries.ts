import type { MedusaContainer } from "@medusajs/framework/types"
import type { DeliveryFilter, DeliverySheet } from "@shangxing/provenance/modules/lot/types"
import type {
  SellerDelivery,
  SellerDeliveryResponse,
  SellerHousehold,
} from "@shangxing/provenance/types/http"
import { businessDay } from "@shangxing/provenance/domain/business-day"

import { modules } from "./modules"
import { nameDivisions } from "./names"

type Page = { limit: number; offset: number }

/** A page of a seller's deliveries with masked names and places. */
export async function gatherDeliveries(
  container: MedusaContainer,
  filter: DeliveryFilter,
  page: Page,
): Promise<{ deliveries: SellerDelivery[]; count: number; net_g: number }> {
  const { deliveries, ...sums } = await modules.lots(container).deliverySheets(filter, page)
  return { deliveries: await named(container, deliveries), ...sums }
}

/** One delivery with its disputes and the agreement whose floor held; `null` for another's. */
export async function gatherDelivery(
  container: MedusaContainer,
  sellerId: string,
  id: string,
): Promise<SellerDeliveryResponse["delivery"] | null> {
  const lots = modules.lots(container)
  const page = await lots.deliverySheets(
    { seller_id: sellerId, ids: [id] },
    { limit: 1, offset: 0 },
  )
  const [delivery] = await named(container, page.deliveries)
  if (!delivery) return null
  const versionId = page.deliveries[0]!.agreement_version_id
  const agreements = versionId
    ? await modules.agreements(container).agreementsOf({ sellerIds: [sellerId] })
    : []
  const agreement = agreements.find(({ versions }) => versions.some((one) => one.id === versionId))
  const version = agreement?.versions.find((one) => one.id === versionId)
  return {
    ...delivery,
    disputes: await lots.disputeEntriesOf(id),
    agreement: agreement && version ? `${agreement.number} · ${version.version}` : null,
  }
}

async function named(
  container: MedusaContainer,
  sheets: readonly DeliverySheet[],
): Promise<SellerDelivery[]> {
  const ids = [...new Set(sheets.map(({ household_id }) => household_id))]
  const [names, places] = await Promise.all([
    modules.registry(container).maskedNames(ids),
    nameDivisions(
      container,
      sheets.map(({ village_code }) => village_code),
    ),
  ])
  return sheets.map(
    ({ dispute, seller_id: _s, client_id: _c, agreement_version_id: _a, ...row }) => {
      const { village_code, deducted_fen, ...delivery } = row
      return {
        ...delivery,
        masked_name: names[row.household_id] ?? "**",
        village: places.of(village_code),
        payable_fen: row.amount_fen - deducted_fen,
        state: stateOf({ ...row, dispute }),
      }
    },
  )
}

function stateOf(row: Pick<DeliverySheet, "voided_at" | "dispute" | "lot_id" | "confirmed_at">) {
  if (row.voided_at !== null) return "voided"
  if (row.dispute !== null && row.dispute !== "resolved") return "disputed"
  if (row.lot_id !== null) return "in_lot"
  return row.confirmed_at === null ? "unconfirmed" : "ready"
}

/** The households that may deliver to a seller, with what a weighbridge without network needs. */
export async function gatherHouseholds(
  container: MedusaContainer,
  sellerId: string,
): Promise<SellerHousehold[]> {
  const today = businessDay(new Date())
  const registry = modules.registry(container)
  const [members, agreements] = await Promise.all([
    registry.membersOf(sellerId),
    modules.agreements(container).agreementsOf({ sellerIds: [sellerId], on: today }),
  ])
  const inForce = agreements.flatMap(({ number, in_force }) =>
    in_force ? [{ number, in_force }] : [],
  )
  const memberIds = new Set(members.map(({ household_id }) => household_id))
  const partyIds = inForce.flatMap(({ in_force }) =>
    in_force.households.map(({ household_id }) => household_id),
  )
  const ids = [...new Set([...memberIds, ...partyIds])]
  const [places, names, coded, bought] = await Promise.all([
    registry.placesOf(ids),
    registry.maskedNames(ids),
    modules.lots(container).householdsWithCode(ids),
    modules.lots(container).boughtUnder({
      sellerIds: [sellerId],
      from: `${today.slice(0, 4)}-01-01`,
      to: today,
    }),
  ])
  const villages = await nameDivisions(
    container,
    places.map(({ village_code }) => village_code),
  )
  return places
    .map(({ id, village_code }) => {
      const own = bought.filter(({ household_id }) => household_id === id)
      const parties = inForce.filter(({ in_force }) =>
        in_force.households.some(({ household_id }) => household_id === id),
      )
      return {
        id,
        masked_name: names[id] ?? "**",
        village: villages.of(village_code),
        is_member: memberIds.has(id),
        has_code: coded.includes(id),
        delivered_g: own.reduce((sum, { net_g }) => sum + net_g, 0),
        delivery_count: own.reduce((sum, { delivery_count }) => sum + delivery_count, 0),
        promised_g: promisedBy(id, parties),
        floors: parties.flatMap(({ number, in_force }) =>
          in_force.floors.map((floor) => ({
            product_kind: in_force.product_kind,
            grade: floor.grade,
            fen_per_kg: floor.fen_per_kg,
            agreement: `${number} · ${in_force.version}`,
          })),
        ),
      }
    })
    .sort((a, b) => b.delivery_count - a.delivery_count || (a.id < b.id ? -1 : 1))
}

type InForce = { in_force: { households: { household_id: string; promised_g: number | null }[] } }

function promisedBy(id: string, parties: readonly InForce[]): number | null {
  const promises = parties.flatMap(({ in_force }) =>
    in_force.households.filter(({ household_id }) => household_id === id),
  )
  const known = promises.flatMap(({ promised_g }) => promised_g ?? [])
  return known.length > 0 ? known.reduce((sum, grams) => sum + grams, 0) : null
}
