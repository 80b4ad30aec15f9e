import type { MedusaContainer } from "@medusajs/framework/types"
import type { LotSheetFacts } from "@shangxing/provenance/modules/lot/types"
import type { LotRecord, ShareRecord } from "@shangxing/provenance/modules/lot/types"
import type { LotPackRow, LotShareRow, SellerLotSheet } from "@shangxing/provenance/types/http"

import { modules } from "./modules"
import { nameDivisions } from "./names"
import { readRows } from "./read-rows"

/** One lot as its seller's store-room sees it; `null` for another seller's. */
export async function gatherLotSheet(
  container: MedusaContainer,
  sellerId: string,
  lotId: string,
): Promise<SellerLotSheet | null> {
  const lots = modules.lots(container)
  const [lot] = await lots.lotsOf([lotId])
  if (!lot || lot.seller_id !== sellerId) return null
  const [facts, shares, page] = await Promise.all([
    lots.lotSheet(lotId),
    lots.sharesOf(lotId),
    lots.listLotsOfSeller(sellerId, { ids: [lotId], limit: 1 }),
  ])
  const [shareRows, packRows] = await Promise.all([
    nameShares(container, lotId, shares),
    namePacks(container, facts.packs),
  ])
  return {
    ...faceOf(lot),
    unpacked_g: page.lots[0]?.unpacked_g ?? 0,
    process: facts.process && {
      name: facts.process.name,
      max_yield_basis_points: facts.process.max_yield_basis_points,
    },
    input_g: facts.inputs.reduce((sum, { net_g }) => sum + net_g, 0),
    inputs: facts.inputs.map(inputRow),
    shares: shareRows,
    packs: packRows,
    damages: facts.damages.map(({ id, grams, units, reason, created_at }) => ({
      id,
      grams,
      units,
      reason,
      created_at,
    })),
    moves: facts.moves.map(({ id, order_id, from_code, to_code, units, reason, created_at }) => ({
      id,
      order_id,
      from_code,
      to_code,
      units,
      reason,
      created_at,
    })),
  }
}

function faceOf(lot: LotRecord) {
  const { id, code, status, product_kind, grade, net_g, unattributed_g } = lot
  const { harvested_from, harvested_to, expires_on } = lot
  const days = { harvested_from, harvested_to, expires_on }
  return {
    ...{ id, code, status, product_kind, grade, net_g, unattributed_g, ...days },
    certificate:
      lot.certificate_number === null
        ? null
        : {
            number: lot.certificate_number,
            issued_on: lot.certificate_issued_on ?? "",
            tests: lot.certificate_tests,
            file_url: lot.certificate_file_url,
          },
  }
}

function inputRow({
  delivery_id,
  input_lot_id,
  input_lot_code,
  net_g,
}: LotSheetFacts["inputs"][number]) {
  if (delivery_id) return { kind: "delivery" as const, code: delivery_id, net_g }
  return input_lot_id
    ? { kind: "lot" as const, code: input_lot_code, net_g }
    : { kind: "unknown" as const, code: null, net_g }
}

/** Shares largest first; a name stays masked, and is another one in every lot. */
async function nameShares(
  container: MedusaContainer,
  lotId: string,
  shares: readonly ShareRecord[],
): Promise<LotShareRow[]> {
  const ids = shares.flatMap(({ household_id }) => household_id ?? [])
  const [names, villages] = await Promise.all([
    modules.registry(container).maskedNames(ids),
    nameDivisions(
      container,
      shares.map(({ village_code }) => village_code),
    ),
  ])
  const pseudonyms = modules.lots(container).pseudonymsIn(lotId, ids)
  const whole = shares.reduce((sum, { parts }) => sum + BigInt(parts), 0n)
  return shares
    .map(({ household_id, village_code, is_enrolled, parts }) => ({
      pseudonym: household_id && (pseudonyms[household_id] ?? null),
      masked_name: household_id && (names[household_id] ?? "**"),
      village: village_code === null ? null : villages.of(village_code),
      is_enrolled,
      basis_points: Number((BigInt(parts) * 20_000n + whole) / (2n * whole)),
    }))
    .sort((a, b) => b.basis_points - a.basis_points)
}

type Variant = { id: string; title: string; product?: { title: string } | null }

async function namePacks(
  container: MedusaContainer,
  packs: LotSheetFacts["packs"],
): Promise<LotPackRow[]> {
  const variants = await readRows<Variant>(container, {
    entity: "variant",
    fields: ["id", "title", "product.title"],
    filters: { id: packs.map(({ variant_id }) => variant_id) },
  })
  return packs.map((pack) => {
    const variant = variants.find(({ id }) => id === pack.variant_id)
    const { variant_id, product_id, gtin, unit_g, packed_units } = pack
    const { free_units, shipped_units, damaged_units } = pack
    return {
      ...{ variant_id, product_id, gtin, unit_g, packed_units },
      ...{ free_units, shipped_units, damaged_units },
      title: [variant?.product?.title, variant?.title].filter(Boolean).join(" · "),
    }
  })
}
