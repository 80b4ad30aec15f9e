import { generateEntityId } from "@medusajs/framework/utils"

import { type Sql, toFen } from "../../lib/sql"
import type { NewResolution, ShareOfYear } from "./types"

export type AccountOfMember = {
  household_id: string
  contribution_fen: number
  reserve_share_fen: number
  grant_share_fen: number
}

/** Writes what stands on members' accounts; a later word on the same year takes the earlier's place. */
export async function upsertAccounts(
  sql: Sql,
  seller_id: string,
  year: number,
  accounts: readonly AccountOfMember[],
): Promise<void> {
  const rows = accounts.map((account) => ({ ...account, id: generateEntityId(undefined, "macc") }))
  await sql(
    `insert into member_account
       (id, seller_id, household_id, year, contribution_fen, reserve_share_fen, grant_share_fen)
     select id, ?, household_id, ?, contribution_fen, reserve_share_fen, grant_share_fen
     from jsonb_to_recordset(?::jsonb) as row(id text, household_id text, contribution_fen bigint,
       reserve_share_fen bigint, grant_share_fen bigint)
     on conflict (seller_id, year, household_id) do update
       set contribution_fen = excluded.contribution_fen,
           reserve_share_fen = excluded.reserve_share_fen,
           grant_share_fen = excluded.grant_share_fen, updated_at = now()`,
    [seller_id, year, JSON.stringify(rows)],
  )
}

export async function readAccounts(
  sql: Sql,
  seller_id: string,
  year: number,
): Promise<AccountOfMember[]> {
  const rows = await sql<Record<keyof AccountOfMember, string>>(
    `select household_id, contribution_fen, reserve_share_fen, grant_share_fen
       from member_account where seller_id = ? and year = ? order by household_id`,
    [seller_id, year],
  )
  return rows.map((row) => ({
    household_id: row.household_id,
    contribution_fen: toFen(row.contribution_fen),
    reserve_share_fen: toFen(row.reserve_share_fen),
    grant_share_fen: toFen(row.grant_share_fen),
  }))
}

/**
 * What each household sold to a seller in a year: purchases owed for deliveries of that year, not
 * voided, paid yet or not, since the law counts the business done.
 */
export async function readVolumes(
  sql: Sql,
  seller_id: string,
  year: number,
): Promise<{ household_id: string; village_code: string; volume_fen: number }[]> {
  const rows = await sql<{ household_id: string; village_code: string; volume_fen: string }>(
    `select r.household_id, min(r.village_code) as village_code, sum(r.amount_fen) as volume_fen
       from household_receipt r join receipt_now s on s.receipt_id = r.id
      where r.seller_id = ? and r.channel = 'purchase' and s.state <> 'voided'
        and left(r.arose_on, 4) = ?
      group by r.household_id order by r.household_id`,
    [seller_id, String(year)],
  )
  return rows.map((row) => ({ ...row, volume_fen: toFen(row.volume_fen) }))
}

/** Writes a resolution with its shares. @returns its id; `null` when the year is resolved already. */
export async function insertResolution(
  sql: Sql,
  resolution: NewResolution,
  shares: readonly ShareOfYear[],
): Promise<string | null> {
  const id = generateEntityId(undefined, "pat")
  const columns = Object.keys(resolution)
  const written = await sql(
    `insert into patronage_resolution (id, ${columns.join(", ")})
     values (?, ${columns.map(() => "?").join(", ")})
     on conflict (seller_id, year) do nothing returning id`,
    [id, ...Object.values(resolution)],
  )
  if (written.length === 0) return null
  const rows = shares.map((share) => ({ ...share, id: generateEntityId(undefined, "pats") }))
  await sql(
    `insert into patronage_share
       (id, resolution_id, household_id, volume_fen, by_volume_fen, by_account_fen)
     select id, ?, household_id, volume_fen, by_volume_fen, by_account_fen
     from jsonb_to_recordset(?::jsonb) as row(id text, household_id text, volume_fen bigint,
       by_volume_fen bigint, by_account_fen bigint)`,
    [id, JSON.stringify(rows)],
  )
  return id
}

export async function readShares(sql: Sql, resolutionId: string): Promise<ShareOfYear[]> {
  const rows = await sql<Record<keyof ShareOfYear, string>>(
    `select household_id, volume_fen, by_volume_fen, by_account_fen
       from patronage_share where resolution_id = ? order by household_id`,
    [resolutionId],
  )
  return rows.map((row) => ({
    household_id: row.household_id,
    volume_fen: toFen(row.volume_fen),
    by_volume_fen: toFen(row.by_volume_fen),
    by_account_fen: toFen(row.by_account_fen),
  }))
}
