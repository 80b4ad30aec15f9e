import { generateEntityId } from "@medusajs/framework/utils"

import { incomeLineRefusal, type IncomeLineRefusal, type LineClaim } from "../../domain/income-line"
import { type Sql, toFen } from "../../lib/sql"
import { NOW, standing } from "./standing"
import type { IncomeLineRecord, NewIncomeLineDocument } from "./types"

/** Income lines with their documents: added, and superseded by newer ones. */

const STANDING = standing("income_line", "l")

type Stored = Omit<IncomeLineRecord, "amount_fen" | "recorded_at"> & {
  amount_fen: string
  recorded_at: Date
}

const SHOWN = `l.id, l.division_code, l.year, l.kind, l.amount_fen, l.document, l.document_date,
  l.created_at as recorded_at,
  (select later.id from income_line later where later.corrects_id = l.id) as superseded_by`

function recordOf({ amount_fen, recorded_at, ...row }: Stored): IncomeLineRecord {
  return {
    ...row,
    amount_fen: toFen(amount_fen),
    recorded_at: new Date(recorded_at).toISOString(),
  }
}

/** Every line of a division, the newest year first; what was superseded follows what took its place. */
export async function readIncomeLineHistory(
  sql: Sql,
  division: string,
): Promise<IncomeLineRecord[]> {
  const rows = await sql<Stored>(
    `select ${SHOWN} from income_line l where l.division_code = ?
      order by l.year desc, l.kind, l.created_at desc, l.id desc`,
    [division],
  )
  return rows.map(recordOf)
}

/**
 * The lines that stand beside the figures of a year: those of the newest year, not after it, of which
 * the division has any. Empty where its officials publish none.
 */
export async function readIncomeLinesFor(
  sql: Sql,
  { division, year, as_of = NOW }: { division: string; year: number; as_of?: string },
): Promise<IncomeLineRecord[]> {
  const rows = await sql<Stored>(
    `select ${SHOWN} from income_line l
      where l.division_code = ? and ${STANDING} and l.year = (
        select max(l.year) from income_line l
         where l.division_code = ? and l.year <= ? and ${STANDING})
      order by l.amount_fen desc, l.kind, l.id`,
    [division, as_of, as_of, division, year, as_of, as_of],
  )
  return rows.map(recordOf)
}

/**
 * Adds a line, or a newer document in the place of one that stands; forms of one division wait for
 * each other. @returns the new row's id, or why there is none
 */
export async function insertIncomeLine(
  sql: Sql,
  line: NewIncomeLineDocument,
  today: string,
): Promise<{ id: string } | { refusal: IncomeLineRefusal }> {
  const { division_code, year, kind, amount_fen, document, document_date } = line
  await sql("select pg_advisory_xact_lock(hashtext(?))", [`income_line/${division_code}`])
  const standing = await sql<{ id: string; kind: string; document_date: string | null }>(
    `select l.id, l.kind, l.document_date from income_line l
      where l.division_code = ? and l.year = ? and ${STANDING}`,
    [division_code, year, NOW, NOW],
  )
  const claim: LineClaim = {
    division: division_code,
    year,
    kind,
    documentDate: document_date,
    supersedes: line.supersedes_id,
  }
  const refusal = incomeLineRefusal(
    claim,
    standing.map((each) => ({ ...each, documentDate: each.document_date })),
    today,
  )
  if (refusal) return { refusal }
  const id = generateEntityId(undefined, "inl")
  await sql(
    `insert into income_line (id, division_code, year, kind, amount_fen, document, document_date,
        corrects_id, recorded_by)
     values (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    [
      ...[id, division_code, year, kind, amount_fen, document, document_date],
      ...[line.supersedes_id, line.recorded_by],
    ],
  )
  return { id }
}
