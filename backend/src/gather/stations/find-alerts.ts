import type { MedusaContainer } from "@medusajs/framework/types"
import { ancestorAt } from "@shangxing/attribution/domain/jurisdiction"
import {
  type AlertFigure,
  belowFloor,
  nothingReceived,
  paymentOverdue,
  quarterOf,
  receiptsDown,
  SEASON_DAYS,
  type SignedAgreement,
  signedSince,
  stationAsleep,
  yearBefore,
} from "@shangxing/attribution/domain/official-alerts"
import {
  type PlaceFigure,
  placesDown,
  placesWithNothing,
  type VillageReceipts,
} from "@shangxing/attribution/domain/place-alerts"
import { daysBefore } from "@shangxing/attribution/domain/station-days"
import type { NewAlert } from "@shangxing/attribution/modules/alert/types"
import type { StandingReceipt } from "@shangxing/attribution/modules/receipt/types"
import type { AgreementRecord } from "@shangxing/provenance/modules/agreement/types"

import { env } from "../../env"
import { modules } from "../modules"

type Subject = Pick<NewAlert, "kind" | "division_code" | "subject_kind" | "subject_id">
type Asked = { division: string; today: string }

const PAGE = 1_000

/**
 * Everything in a division that a person should look at as of today. Rules and thresholds:
 * `domain/official-alerts`. Reads only; what is written once is the workflow's affair.
 */
export async function findAlerts(container: MedusaContainer, asked: Asked): Promise<NewAlert[]> {
  const found = await Promise.all([
    fallenReceipts(container, asked),
    overduePayments(container, asked),
    pricesBelowFloor(container, asked),
    sleepingStations(container, asked),
    signedWithNothing(container, asked),
  ])
  return found.flat()
}

/** An alert, where the rule says there is one; one of a month unless a season is named. */
function alertOf(
  subject: Subject,
  figure: AlertFigure | null,
  today: string,
  period = today.slice(0, 7),
): NewAlert[] {
  if (!figure) return []
  const { value, comparedWith } = figure
  return [{ ...subject, period, raised_on: today, value, compared_with: comparedWith }]
}

/** What many households of a village, township or county say together. */
function placeAlerts(
  kind: NewAlert["kind"],
  figures: readonly PlaceFigure[],
  today: string,
  period?: string,
): NewAlert[] {
  return figures.flatMap(({ division, ...figure }) =>
    alertOf(
      { kind, division_code: division, subject_kind: "division", subject_id: division },
      figure,
      today,
      period,
    ),
  )
}

/** The last ninety days beside the same days of the year before: households, then their places. */
async function fallenReceipts(container: MedusaContainer, { division, today }: Asked) {
  const from = daysBefore(today, SEASON_DAYS - 1)
  const receipts = modules.receipts(container)
  const [now, before] = await Promise.all([
    receipts.byHousehold({ division, from, to: today }),
    receipts.byHousehold({ division, from: yearBefore(from), to: yearBefore(today) }),
  ])
  const nowBy = new Map(now.map((row) => [row.household_id, row.amount_fen]))
  const places = placeAlerts(
    "place_receipts_down",
    placesDown(now.map(receiptsOf), before.map(receiptsOf), division),
    today,
  )
  const households = before.flatMap(({ household_id, village_code, amount_fen }) =>
    alertOf(
      {
        kind: "receipts_down",
        division_code: village_code,
        subject_kind: "household",
        subject_id: household_id,
      },
      receiptsDown(nowBy.get(household_id) ?? 0, amount_fen),
      today,
    ),
  )
  return [...places, ...households]
}

function receiptsOf(row: { village_code: string; amount_fen: number }): VillageReceipts {
  return { village: row.village_code, fen: row.amount_fen }
}

/** What a seller owes the households of one township and has not paid by its day. */
async function overduePayments(container: MedusaContainer, { division, today }: Asked) {
  const overdue = (await dueReceipts(container)).filter(
    ({ due_on, village_code }) =>
      due_on !== null && due_on < today && village_code.startsWith(division),
  )
  const groups = new Map<string, StandingReceipt[]>()
  for (const receipt of overdue) {
    const key = `${receipt.seller_id}/${ancestorAt(receipt.village_code, "township")}`
    groups.set(key, [...(groups.get(key) ?? []), receipt])
  }
  return [...groups.values()].flatMap((rows) => {
    const [first] = rows
    if (!first) return []
    const owed = rows.reduce((total, { amount_fen }) => total + amount_fen, 0)
    return alertOf(
      {
        kind: "payment_overdue",
        division_code: ancestorAt(first.village_code, "township"),
        subject_kind: "seller",
        subject_id: first.seller_id,
      },
      paymentOverdue(owed, rows.length),
      today,
    )
  })
}

async function dueReceipts(container: MedusaContainer): Promise<StandingReceipt[]> {
  const all: StandingReceipt[] = []
  for (let offset = 0; ; offset += PAGE) {
    const { receipts } = await modules
      .receipts(container)
      .standing({ state: "due", limit: PAGE, offset })
    all.push(...receipts)
    if (receipts.length < PAGE) return all
  }
}

/** The lowest of a household's prices in the season. */
async function pricesBelowFloor(container: MedusaContainer, { division, today }: Asked) {
  const from = daysBefore(today, SEASON_DAYS - 1)
  const rows = await modules.lots(container).deliveriesBelowFloor({ division, from, to: today })
  return rows.flatMap((row) =>
    alertOf(
      {
        kind: "below_floor",
        division_code: row.village_code,
        subject_kind: "household",
        subject_id: row.household_id,
      },
      belowFloor({
        priceFenPerKg: row.price_fen_per_kg,
        floorFenPerKg: row.floor_fen_per_kg,
        reason: row.below_floor_reason,
      }),
      today,
    ),
  )
}

async function sleepingStations(container: MedusaContainer, { division, today }: Asked) {
  const stations = await modules
    .stations(container)
    .stationsWithin({ division, from: `${today.slice(0, 4)}-01-01`, to: today })
  return stations.flatMap((station) =>
    alertOf(
      {
        kind: "station_asleep",
        division_code: station.division_code,
        subject_kind: "station",
        subject_id: station.id,
      },
      stationAsleep(station.recent_count, station.year_subsidy_fen, env.STATION_ACTIVE_FROM),
      today,
    ),
  )
}

/** Households whose agreement held for a whole season in which nothing came in. */
async function signedWithNothing(container: MedusaContainer, { division, today }: Asked) {
  const from = daysBefore(today, SEASON_DAYS - 1)
  const [agreements, received] = await Promise.all([
    modules.agreements(container).agreementsOf({ on: today }),
    modules.receipts(container).byHousehold({ division, from, to: today }),
  ])
  const since = signedSince(agreements.map(signedOf))
  const fenOf = new Map(received.map((row) => [row.household_id, row.amount_fen]))
  const known = await modules.registry(container).placesOf([...since.keys()])
  const signed = known
    .filter(({ village_code }) => village_code.startsWith(division))
    .map(({ id, village_code: village }) => ({
      ...{ id, village, signedFrom: since.get(id) ?? today, fen: fenOf.get(id) ?? 0 },
    }))
  const season = quarterOf(today)
  const places = placesWithNothing(signed, from, division)
  const households = signed.flatMap(({ id, village, signedFrom, fen }) =>
    alertOf(
      {
        kind: "nothing_received",
        division_code: village,
        subject_kind: "household",
        subject_id: id,
      },
      nothingReceived(signedFrom, from, fen),
      today,
      season,
    ),
  )
  return [...placeAlerts("place_nothing_received", places, today, season), ...households]
}

function signedOf({ versions, in_force }: AgreementRecord): SignedAgreement {
  const idsOf = (parties: readonly { household_id: string }[]) =>
    parties.map(({ household_id }) => household_id)
  return {
    versions: versions.map(({ starts_on, effective_from, households }) => ({
      startsOn: starts_on,
      effectiveFrom: effective_from,
      households: idsOf(households),
    })),
    households: idsOf(in_force?.households ?? []),
  }
}
