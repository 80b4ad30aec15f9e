/**
 * What officials see who keep stations: one station, who works there, what it draws. The storefront
 * may `import type` from here. Money is integer fen. Rule: docs/domain.md §9.
 */
import type { DivisionName } from "./http"

export type DeskWorker = {
  id: string
  name: string
  email: string
  /** ISO 8601. */
  since: string
  ended: { at: string; reason: string } | null
}

/** What one document grants a station for one year, fen. */
export type SubsidyGrant = { year: number; document: string; amount_fen: number }

/** `GET /official/stations/:id` and what changes it. */
export type StationDeskResponse = {
  division: DivisionName
  /** From the station's division up to its province. */
  path: DivisionName[]
  /** Whether this official may change it. */
  is_kept: boolean
  station: {
    id: string
    code: string
    name_zh: string
    kind: "county" | "township" | "village"
    opened_on: string
    /** The first business day without it. */
    closed_on: string | null
    is_shut: boolean
    villages: DivisionName[]
    workers: DeskWorker[]
    subsidies: SubsidyGrant[]
  }
}

/** `POST /official/stations/:id/workers`: the only answer that ever holds the password. */
export type StationWorkerCreated = { worker: { id: string; email: string }; password: string }

/** `GET /official/stations/places?division=`: where a station can be, and what it can serve. */
export type StationPlacesResponse = {
  division: DivisionName
  path: DivisionName[]
  /** Whether this official may open a station here. */
  is_kept: boolean
  /** The division itself, if it can have a station, then the divisions below that can. */
  places: DivisionName[]
  /** Villages of the division by township, as they can be served. */
  townships: { township: DivisionName; villages: DivisionName[] }[]
}
