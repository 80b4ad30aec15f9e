import { generateEntityId } from "@medusajs/framework/utils"

import { ancestorAt } from "../../domain/jurisdiction"
import type { Sql } from "../../lib/sql"
import type { ImportKind, NewIncomeLine, NewQuotaEntry, NewStation, NewSubsidy } from "./types"

type Figure = { table: string; prefix: string; key: readonly string[]; types: string }

/** What an official's file writes, and what makes two of its rows the same. */
const FIGURES: Record<Exclude<ImportKind, "stations">, Figure> = {
  subsidies: {
    table: "station_subsidy",
    prefix: "sts",
    key: ["station_id", "month", "document"],
    types: "station_id text, month text, document text",
  },
  quotas: {
    table: "canteen_quota_entry",
    prefix: "cqe",
    key: ["division_code", "year", "buyer", "kind", "document"],
    types: "division_code text, year integer, buyer text, kind text, document text",
  },
  income_lines: {
    table: "income_line",
    prefix: "inl",
    key: ["division_code", "year", "kind", "document"],
    types: "division_code text, year integer, kind text, document text",
  },
}

type Amount = { amount_fen: number }
export type FigureRow = (
  (Omit<NewSubsidy, "station_code"> & { station_id: string }) | NewQuotaEntry | NewIncomeLine
) &
  Amount

/**
 * Writes figures in one statement. A known row with the same amount is left alone; one with another
 * amount is corrected by a row that names it.
 * @returns how many rows were written
 */
export async function insertFigures(
  sql: Sql,
  kind: keyof typeof FIGURES,
  rows: readonly FigureRow[],
  recordedBy: string,
): Promise<number> {
  if (rows.length === 0) return 0
  const { table, prefix, key, types } = FIGURES[kind]
  const columns = key.join(", ")
  const given = rows.map((row) => ({ ...row, id: generateEntityId(undefined, prefix) }))
  const written = await sql(
    `insert into ${table} (id, ${columns}, amount_fen, corrects_id, recorded_by)
     select n.id, ${key.map((name) => `n.${name}`).join(", ")}, n.amount_fen, known.id, ?
     from jsonb_to_recordset(?::jsonb) as n(id text, ${types}, amount_fen bigint)
     left join ${table} known on ${key.map((name) => `known.${name} = n.${name}`).join(" and ")}
       and not exists (select from ${table} later where later.corrects_id = known.id)
     where known.id is null or known.amount_fen <> n.amount_fen
     returning id`,
    [recordedBy, JSON.stringify(given)],
  )
  return written.length
}

/**
 * Writes stations that are not known yet, and for all of them closings and villages: those served
 * from a day on, so that what is no longer listed ends on that day.
 * @returns how many rows were written, of all kinds
 */
export async function insertStations(
  sql: Sql,
  stations: readonly NewStation[],
  recordedBy: string,
): Promise<number> {
  if (stations.length === 0) return 0
  const given = JSON.stringify(
    stations.map((station) => ({
      ...station,
      id: generateEntityId(undefined, "stn"),
      closing_id: generateEntityId(undefined, "stc"),
      county_code: ancestorAt(station.division_code, "county"),
    })),
  )
  const written = await sql(
    `insert into station
       (id, code, county_code, division_code, name_zh, kind, opened_on, recorded_by)
     select id, code, county_code, division_code, name_zh, kind, opened_on, ?
     from jsonb_to_recordset(?::jsonb) as n(id text, code text, county_code text,
       division_code text, name_zh text, kind text, opened_on text)
     on conflict (code) do nothing returning id`,
    [recordedBy, given],
  )
  const closed = await sql(
    `insert into station_closing (id, station_id, closed_on, recorded_by)
     select n.closing_id, s.id, n.closed_on, ?
     from jsonb_to_recordset(?::jsonb) as n(closing_id text, code text, closed_on text)
     join station s on s.code = n.code where n.closed_on is not null
     on conflict (station_id) do nothing returning id`,
    [recordedBy, given],
  )
  return written.length + closed.length + (await serveVillages(sql, stations, recordedBy))
}

/** A village in service: its row is the last word on it. */
const SERVED = `not exists (select from station_village later where later.corrects_id = v.id)`

async function serveVillages(
  sql: Sql,
  stations: readonly NewStation[],
  recordedBy: string,
): Promise<number> {
  const given = JSON.stringify(stations)
  const listed = `jsonb_to_recordset(?::jsonb) as n(code text, served_from text, village_codes jsonb)
    join station s on s.code = n.code`
  const open = await sql<{ id: string; station_id: string; village_code: string }>(
    `select v.id, v.station_id, v.village_code from station_village v join station s
       on s.id = v.station_id where v.valid_to is null and ${SERVED} and s.code = any(?::text[])`,
    [stations.map(({ code }) => code)],
  )
  // The operator of this function is a question mark, which Knex would take for a value.
  const ended = await sql<{ id: string }>(
    `insert into station_village
       (id, station_id, village_code, valid_from, valid_to, corrects_id, recorded_by)
     select 'stv_' || replace(gen_random_uuid()::text, '-', ''), v.station_id, v.village_code,
       v.valid_from, greatest(n.served_from, v.valid_from), v.id, ?
     from ${listed} join station_village v on v.station_id = s.id
     where v.valid_to is null and ${SERVED}
       and not jsonb_exists(n.village_codes, v.village_code) returning id`,
    [recordedBy, given],
  )
  const known = new Set(open.map((row) => `${row.station_id}/${row.village_code}`))
  const begun = await sql<{ station_id: string; village_code: string; served_from: string }>(
    `select s.id as station_id, code.value as village_code, n.served_from
     from ${listed}, jsonb_array_elements_text(n.village_codes) code`,
    [given],
  )
  const fresh = begun
    .filter((row) => !known.has(`${row.station_id}/${row.village_code}`))
    .map((row) => ({ ...row, id: generateEntityId(undefined, "stv") }))
  await sql(
    `insert into station_village (id, station_id, village_code, valid_from, recorded_by)
     select id, station_id, village_code, served_from, ?
     from jsonb_to_recordset(?::jsonb) as n(id text, station_id text, village_code text,
       served_from text)
     on conflict do nothing`,
    [recordedBy, JSON.stringify(fresh)],
  )
  return ended.length + fresh.length
}
