import { businessDay } from "../../../domain/business-day"
import { refused } from "../../../lib/refusals"
import type { Sql } from "../../../lib/sql"
import { findLots, lockLotOf } from "../queries/balances"
import type { Certificate, LotRecord, LotStatus } from "../types"
import { assertCovers } from "./care-for-lot"

/** A lot's way from sealed to listed or recalled, and the way back when a workflow fails. */

/** Enough of a lot to put it back as it was. */
export type LotState = Pick<
  LotRecord,
  | "id"
  | "status"
  | "listed_at"
  | "recalled_at"
  | "certificate_number"
  | "certificate_issued_on"
  | "certificate_tests"
>

export type MovedLots = { lots: LotRecord[]; variant_ids: string[]; previous: LotState[] }

/** Puts a certified lot on sale; a lot on sale already stays. @throws `certificate_missing`. */
export async function listLot(
  sql: Sql,
  input: { lot_id: string; seller_id: string; certificate?: Certificate; listed_at?: string },
): Promise<MovedLots> {
  const lot = await lockLotOf(sql, input.lot_id, input.seller_id)
  if (lot.status === "recalled") throw refused("lot_recalled", lot.code)
  const certificate = certificateOf(lot, input.certificate)
  const { number, issued_on, tests } = certificate
  await assertCovers(sql, lot, certificate, businessDay(new Date()))
  await sql(
    `update lot set status = 'listed', listed_at = coalesce(listed_at, ?), certificate_number = ?,
        certificate_issued_on = ?, certificate_tests = ?, updated_at = now()
      where id = ?`,
    [input.listed_at ?? new Date().toISOString(), number, issued_on, tests, lot.id],
  )
  return await moved(sql, [lot])
}

/** The certificate a lot was sealed with, which is never replaced, or the one it gets now. */
function certificateOf(lot: LotRecord, certificate: Certificate | undefined) {
  if (lot.certificate_number !== null) {
    return {
      number: lot.certificate_number,
      issued_on: lot.certificate_issued_on ?? "",
      tests: lot.certificate_tests,
    }
  }
  if (!certificate) throw refused("certificate_missing", lot.code)
  return { ...certificate, tests: certificate.tests ?? null }
}

/**
 * Stops a lot and every lot made from it, whoever made it: what is unsafe in an apple is unsafe
 * in its juice. A lot recalled already stays as it is.
 */
export async function recallLot(
  sql: Sql,
  input: { lot_id: string; seller_id: string; recalled_at?: string },
): Promise<MovedLots> {
  const lot = await lockLotOf(sql, input.lot_id, input.seller_id)
  const ids = await findLotsMadeFrom(sql, lot.id)
  const lots = await findLots(sql, ids, { lock: true })
  await sql(
    `update lot set status = 'recalled', recalled_at = coalesce(recalled_at, ?), updated_at = now()
      where id = any(?)`,
    [input.recalled_at ?? new Date().toISOString(), ids],
  )
  return await moved(sql, lots)
}

/** Puts lots back as they were before `listLot` or `recallLot`. */
export async function restoreLots(sql: Sql, states: readonly LotState[]): Promise<void> {
  for (const state of states) {
    await sql(
      `update lot set status = ?, listed_at = ?, recalled_at = ?, certificate_number = ?,
          certificate_issued_on = ?, certificate_tests = ?, updated_at = now() where id = ?`,
      [
        state.status satisfies LotStatus,
        state.listed_at,
        state.recalled_at,
        state.certificate_number,
        state.certificate_issued_on,
        state.certificate_tests,
        state.id,
      ],
    )
  }
}

/** The lot and every lot made from it, however many steps away. */
export async function findLotsMadeFrom(sql: Sql, lotId: string): Promise<string[]> {
  const rows = await sql<{ id: string }>(
    `with recursive made (id) as (
        select cast(? as text)
        union select i.lot_id from lot_input i join made m on i.input_lot_id = m.id
          where i.deleted_at is null
      ) select id from made`,
    [lotId],
  )
  return rows.map(({ id }) => id)
}

async function moved(sql: Sql, previous: LotRecord[]): Promise<MovedLots> {
  const ids = previous.map(({ id }) => id)
  const variants = await sql<{ variant_id: string }>(
    "select distinct variant_id from lot_pack where lot_id = any(?) and deleted_at is null order by 1",
    [ids],
  )
  return {
    lots: await findLots(sql, ids),
    variant_ids: variants.map(({ variant_id }) => variant_id),
    previous: previous.map(stateOf),
  }
}

function stateOf(lot: LotRecord): LotState {
  const { id, status, listed_at, recalled_at } = lot
  const { certificate_number, certificate_issued_on, certificate_tests } = lot
  return {
    id,
    status,
    listed_at,
    recalled_at,
    certificate_number,
    certificate_issued_on,
    certificate_tests,
  }
}
