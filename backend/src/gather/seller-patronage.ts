import type { MedusaContainer } from "@medusajs/framework/types"
import { yuanInWords } from "@shangxing/attribution/domain/yuan-in-words"
import { previewPatronage, type PatronageProposal } from "@shangxing/attribution/lib/patronage-year"
import type {
  PatronagePreviewResponse,
  PatronageShare,
  SellerPatronageResponse,
} from "@shangxing/attribution/types/http"

import { modules } from "./modules"

/** A cooperative's year: members with volume and account, and the resolution if there is one. */
export async function gatherPatronage(
  container: MedusaContainer,
  seller_id: string,
  year: number,
): Promise<SellerPatronageResponse> {
  const receipts = modules.receipts(container)
  const [[resolution], volumes, accounts] = await Promise.all([
    receipts.listPatronageResolutions({ seller_id, year }),
    receipts.volumes(seller_id, year),
    receipts.memberAccounts(seller_id, year),
  ])
  const shares = resolution ? await receipts.sharesOf(resolution.id) : []
  const names = await namesOf(container, [...volumes, ...accounts, ...shares])
  return {
    year,
    resolution: resolution
      ? {
          id: resolution.id,
          resolution_number: resolution.resolution_number,
          resolved_on: resolution.resolved_on,
          surplus_fen: Number(resolution.surplus_fen),
          losses_fen: Number(resolution.losses_fen),
          reserves_fen: Number(resolution.reserves_fen),
          by_volume_basis_points: resolution.by_volume_basis_points,
        }
      : null,
    volumes: volumes.map((row) => ({ ...row, household_name: names[row.household_id] ?? "—" })),
    accounts: accounts.map((row) => ({ ...row, household_name: names[row.household_id] ?? "—" })),
    shares: shares.map((row) => ({
      ...row,
      household_name: names[row.household_id] ?? "—",
      total_words: totalInWords(row),
    })),
  }
}

/** What a resolution would give each member, with the reason when it would be refused. */
export async function gatherPreview(
  container: MedusaContainer,
  proposal: PatronageProposal,
): Promise<PatronagePreviewResponse> {
  const { shares, ...preview } = await previewPatronage(container, proposal)
  const names = await namesOf(container, shares)
  const named: PatronageShare[] = shares.map(({ village_code: _village, ...share }) => ({
    ...share,
    household_name: names[share.household_id] ?? "—",
    total_words: totalInWords(share),
  }))
  return { ...preview, shares: named }
}

function totalInWords(share: { by_volume_fen: number; by_account_fen: number }): string {
  return yuanInWords(share.by_volume_fen + share.by_account_fen)
}

async function namesOf(container: MedusaContainer, rows: { household_id: string }[]) {
  const ids = [...new Set(rows.map(({ household_id }) => household_id))]
  return await modules.registry(container).maskedNames(ids)
}
