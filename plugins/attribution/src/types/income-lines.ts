/**
 * Income lines on the wire. The storefront may `import type` from here. Amounts are integer fen for a
 * person and year. Rule: docs/domain.md §9, last line.
 */
import type { DivisionName } from "./http"

/** A line as it stands beside figures: platform income is not household net income. */
export type IncomeLine = {
  id: string
  year: number
  /** As its officials call it: 农村居民人均可支配收入, 监测线… */
  kind: string
  amount_fen: number
  document: string
  /** `null` for a line from a file that named none. */
  document_date: string | null
}

/** `GET /official/income-lines?division=` */
export type IncomeLinesResponse = {
  /** The division whose lines these are: the county, or one above it. */
  division: DivisionName
  path: DivisionName[]
  /** Whether this official may add to them. */
  is_kept: boolean
  /** Newest year first; what was superseded follows what took its place. */
  lines: (IncomeLine & { superseded_by: string | null; recorded_at: string })[]
}

/** `POST /official/income-lines` */
export type IncomeLineAdded = { id: string }
