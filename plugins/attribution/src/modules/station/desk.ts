import { generateEntityId } from "@medusajs/framework/utils"

import { monthlySubsidy } from "../../domain/station-desk"
import { type Sql, toFen } from "../../lib/sql"
import type { DeskWorker, SubsidyGrant } from "../../types/station-desk"
import { NOW, standing } from "./standing"
import type {
  NewClosing,
  NewStation,
  NewSubsidyGrant,
  NewWorkerEnd,
  StationDesk,
  StationRecord,
} from "./types"
import { insertFigures, insertStations } from "./write-figures"

/** What officials write down about one station by hand, and what they see of it. */

/** Opens a station that nobody has opened. @returns its id; `null` when its code is taken */
export async function openStation(
  sql: Sql,
  station: NewStation,
  subsidy: SubsidyGrant | null,
  recorded_by: string,
): Promise<string | null> {
  // Two forms with one code: the second waits here, then finds the first.
  await sql("select pg_advisory_xact_lock(hashtext(?))", [`station/${station.code}`])
  const known = await sql("select id from station where code = ?", [station.code])
  if (known.length > 0) return null
  await insertStations(sql, [station], recorded_by)
  const [opened] = await sql<{ id: string }>("select id from station where code = ?", [
    station.code,
  ])
  if (!opened) return null
  if (subsidy) await grantSubsidy(sql, { ...subsidy, station_id: opened.id, recorded_by })
  return opened.id
}

/**
 * Spreads a year's subsidy over the months of a station. The same document again takes the place of
 * what it said before. @returns how many rows were written; `null` when it was not open in that year
 */
export async function grantSubsidy(sql: Sql, grant: NewSubsidyGrant): Promise<number | null> {
  const { station_id, year, document, amount_fen, recorded_by } = grant
  const [station] = await sql<{ openedOn: string; closedOn: string | null }>(
    `select s.opened_on as "openedOn", c.closed_on as "closedOn"
      from station s left join station_closing c on c.station_id = s.id where s.id = ?`,
    [station_id],
  )
  if (!station) return null
  const granted = await sql<{ month: string }>(
    `select u.month from station_subsidy u
      where u.station_id = ? and u.document = ? and left(u.month, 4) = ?
        and ${standing("station_subsidy", "u")}`,
    [station_id, document, String(year), NOW, NOW],
  )
  const months = granted.map(({ month }) => month)
  const parts = monthlySubsidy(amount_fen, year, station, months)
  if (parts.length === 0) return null
  const rows = parts.map(({ month, amountFen }) => ({
    ...{ station_id, month, document },
    amount_fen: amountFen,
  }))
  return await insertFigures(sql, "subsidies", rows, recorded_by)
}

/** @returns whether it was open until now */
export async function closeStation(sql: Sql, closing: NewClosing): Promise<boolean> {
  const written = await sql(
    `insert into station_closing (id, station_id, closed_on, recorded_by) values (?, ?, ?, ?)
     on conflict (station_id) do nothing returning id`,
    [
      generateEntityId(undefined, "stc"),
      closing.station_id,
      closing.closed_on,
      closing.recorded_by,
    ],
  )
  return written.length > 0
}

/** Takes a worker off the list, and keeps why. @returns whether they were at work there until now */
export async function endWorker(sql: Sql, end: NewWorkerEnd): Promise<boolean> {
  const ended = await sql(
    `update station_worker set deleted_at = now(), updated_at = now()
      where id = ? and station_id = ? and deleted_at is null returning id`,
    [end.worker_id, end.station_id],
  )
  if (ended.length === 0) return false
  await sql(
    "insert into station_worker_end (id, worker_id, reason, recorded_by) values (?, ?, ?, ?)",
    [generateEntityId(undefined, "swe"), end.worker_id, end.reason, end.recorded_by],
  )
  return true
}

export async function readDesk(sql: Sql, id: string): Promise<StationDesk | null> {
  const [station] = await sql<StationRecord>(
    `select s.id, s.code, s.division_code, s.name_zh, s.kind, s.opened_on, c.closed_on,
        coalesce((select array_agg(v.village_code order by v.village_code) from station_village v
          where v.station_id = s.id and v.valid_to is null
            and ${standing("station_village", "v")}), '{}') as village_codes
      from station s left join station_closing c on c.station_id = s.id where s.id = ?`,
    [NOW, NOW, id],
  )
  if (!station) return null
  const [workers, subsidies] = await Promise.all([readWorkers(sql, id), readGrants(sql, id)])
  return { ...station, workers, subsidies }
}

type WorkerRow = {
  id: string
  name: string
  email: string
  since: Date
  ended_at: Date | null
  reason: string | null
}

/** Those at work first, then who left last. */
async function readWorkers(sql: Sql, stationId: string): Promise<DeskWorker[]> {
  const rows = await sql<WorkerRow>(
    `select w.id, w.name, w.email, w.created_at as since, w.deleted_at as ended_at, e.reason
      from station_worker w left join station_worker_end e on e.worker_id = w.id
      where w.station_id = ? order by w.deleted_at desc nulls first, w.created_at, w.id`,
    [stationId],
  )
  return rows.map(({ since, ended_at, reason, ...worker }) => ({
    ...worker,
    since: new Date(since).toISOString(),
    ended: ended_at && { at: new Date(ended_at).toISOString(), reason: reason ?? "" },
  }))
}

async function readGrants(sql: Sql, stationId: string): Promise<SubsidyGrant[]> {
  const rows = await sql<{ year: number; document: string; fen: string }>(
    `select left(u.month, 4)::integer as year, u.document, sum(u.amount_fen) as fen
      from station_subsidy u
      where u.station_id = ? and ${standing("station_subsidy", "u")}
      group by 1, 2 order by 1 desc, 2`,
    [stationId, NOW, NOW],
  )
  return rows.map(({ year, document, fen }) => ({ year, document, amount_fen: toFen(fen) }))
}
