import type { MedusaContainer } from "@medusajs/framework/types"

import {
  distributableFen,
  type PatronageRefusal,
  patronageRefund,
  patronageRefusal,
  type PatronageYear,
} from "../domain/patronage-refund"
import { RECEIPT_MODULE } from "../modules/receipt"
import type ReceiptModuleService from "../modules/receipt/service"
import type { ShareOfYear } from "../modules/receipt/types"

/** What the clerk enters of a year; fen and basis points. */
export type PatronageProposal = {
  seller_id: string
  year: number
  surplus_fen: number
  losses_fen: number
  reserves_fen: number
  by_volume_basis_points: number
}

export type PatronagePreview = {
  distributable_fen: number
  by_volume_fen: number
  shares: (ShareOfYear & { village_code: string | null })[]
  refusal: PatronageRefusal | null
}

/** Works a year out from the volumes and accounts on record, without writing anything. */
export async function previewPatronage(
  container: MedusaContainer,
  proposal: PatronageProposal,
): Promise<PatronagePreview> {
  const receipts = container.resolve<ReceiptModuleService>(RECEIPT_MODULE)
  const { seller_id, year } = proposal
  const volumes = await receipts.volumes(seller_id, year)
  const accounts = await receipts.memberAccounts(seller_id, year)
  const villageOf = new Map(
    volumes.map(({ household_id, village_code }) => [household_id, village_code]),
  )
  const volumeOf = new Map(
    volumes.map(({ household_id, volume_fen }) => [household_id, volume_fen]),
  )
  const accountOf = new Map(accounts.map((account) => [account.household_id, account]))
  const ids = [...new Set([...volumeOf.keys(), ...accountOf.keys()])].sort()
  const facts: PatronageYear = {
    surplusFen: proposal.surplus_fen,
    lossesFen: proposal.losses_fen,
    reservesFen: proposal.reserves_fen,
    byVolumeBasisPoints: proposal.by_volume_basis_points,
    members: ids.map((householdId) => ({
      householdId,
      volumeFen: volumeOf.get(householdId) ?? 0,
      contributionFen: accountOf.get(householdId)?.contribution_fen ?? 0,
      reserveShareFen: accountOf.get(householdId)?.reserve_share_fen ?? 0,
      grantShareFen: accountOf.get(householdId)?.grant_share_fen ?? 0,
    })),
  }
  const refusal = patronageRefusal(facts)
  if (refusal)
    return {
      distributable_fen: Math.max(0, distributableFen(facts)),
      by_volume_fen: 0,
      shares: [],
      refusal,
    }
  const shares = patronageRefund(facts).map(({ householdId, byVolumeFen, byAccountFen }) => ({
    household_id: householdId,
    village_code: villageOf.get(householdId) ?? null,
    volume_fen: volumeOf.get(householdId) ?? 0,
    by_volume_fen: byVolumeFen,
    by_account_fen: byAccountFen,
  }))
  return {
    distributable_fen: distributableFen(facts),
    by_volume_fen: shares.reduce((sum, share) => sum + share.by_volume_fen, 0),
    shares,
    refusal: null,
  }
}
