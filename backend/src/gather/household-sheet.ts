import type { AuthenticatedMedusaRequest } from "@medusajs/framework/http"
import type { MedusaContainer } from "@medusajs/framework/types"
import { lastDayOf, monthOf, monthsFrom, previousMonth } from "@shangxing/attribution/domain/period"
import { officialOf } from "@shangxing/attribution/lib/jurisdiction"
import { OVERSIGHT_MODULE } from "@shangxing/attribution/modules/oversight"
import type OversightModuleService from "@shangxing/attribution/modules/oversight/service"
import type { HouseholdSheetResponse } from "@shangxing/attribution/types/books"
import type { PeriodShown } from "@shangxing/attribution/types/overview"

import { boughtIn } from "./agreements"
import { gatherIncomeLines } from "./income-lines"
import { modules } from "./modules"
import { divisionName, nameDivisions } from "./names"
import { gatherOwnHousehold } from "./own-household"

const MONTHS_SHOWN = 12
const LOOKS_SHOWN = 20
const ARCHIVE_SHOWN = 20

type Days = { months: string[]; from: string; to: string }

/**
 * All that one household's page shows, masked: statuses, agreements in force, the three quantities
 * of twelve months (side by side, never added), receipts by channel and month, looks, archive.
 *
 * @throws MedusaError NOT_FOUND `household_unknown`, alike for others' and for none.
 */
export async function gatherHouseholdSheet(
  req: AuthenticatedMedusaRequest,
  id: string,
  period: PeriodShown,
): Promise<HouseholdSheetResponse> {
  const container = req.scope
  const household = await gatherOwnHousehold(req, id)
  const { village_code } = household
  const days = twelveMonths(period.to)
  const [official, names, path, statuses, money, agreements, archive, lines] = await Promise.all([
    officialOf(req),
    nameDivisions(container, [village_code, village_code.slice(0, 9), village_code.slice(0, 6)]),
    modules.divisions(container).path(village_code),
    modules.registry(container).statusHistory(id),
    quantitiesOf(container, { id, village_code }, days),
    agreementsOf(container, id, period.to),
    archiveOf(container, id),
    gatherIncomeLines(container, { division: village_code, to: period.to }),
  ])
  return {
    household: {
      id,
      masked_name: household.masked_name,
      village: names.division(village_code),
      township: names.division(village_code.slice(0, 9)),
      county: names.division(village_code.slice(0, 6)),
      status_label_zh: household.status_label_zh,
    },
    path: path.map(divisionName),
    period,
    as_of: new Date().toISOString(),
    statuses: statuses.map(({ recorded_at, ...status }) => {
      const recorded_on = recorded_at.slice(0, 10)
      // Files come some weeks after the day they speak of; much later means it was put right.
      return { ...status, recorded_on, is_late: recorded_on > plusDays(status.valid_from, 60) }
    }),
    agreements,
    ...money,
    income_lines: lines,
    months: days.months,
    looks: await looksAt(container, id, official),
    archive,
  }
}

function plusDays(day: string, count: number): string {
  return new Date(Date.parse(day) + count * 86_400_000).toISOString().slice(0, 10)
}

/** Twelve months that end with the month of a day. */
function twelveMonths(to: string): Days {
  let first = monthOf(to)
  for (let i = 1; i < MONTHS_SHOWN; i++) first = previousMonth(first)
  return {
    months: monthsFrom(first, MONTHS_SHOWN),
    from: `${first}-01`,
    to: lastDayOf(monthOf(to)),
  }
}

async function quantitiesOf(
  container: MedusaContainer,
  { id, village_code }: { id: string; village_code: string },
  { months, from, to }: Days,
) {
  const [totals, received, bought] = await Promise.all([
    modules.ledger(container).householdTotals({
      // Wherever it lived then: the household is known to be this official's to see.
      divisionPrefix: village_code.slice(0, 2),
      from: monthOf(from),
      to: monthOf(to),
      householdIds: [id],
      limit: 1,
      offset: 0,
    }),
    modules.receipts(container).householdMonths(id, { from, to }),
    modules
      .stations(container)
      .purchaseFigures({ division: village_code.slice(0, 2), from, to, household_id: id }),
  ])
  const channels = [...new Set(received.map(({ channel }) => channel))]
  return {
    attributed_fen: totals.total_fen,
    receipts_fen: received.reduce((sum, { amount_fen }) => sum + amount_fen, 0),
    savings_fen: bought.documented_count > 0 ? bought.saving_fen : null,
    receipts: channels.map((channel) => {
      const rows = received.filter((row) => row.channel === channel)
      return {
        channel,
        income_class: rows[0]?.income_class ?? "",
        months_fen: months.map((month) => rows.find((row) => row.month === month)?.amount_fen ?? 0),
      }
    }),
  }
}

async function agreementsOf(
  container: MedusaContainer,
  id: string,
  on: string,
): Promise<HouseholdSheetResponse["agreements"]> {
  const records = await modules.agreements(container).agreementsOf({ on })
  const own = records.flatMap((record) => {
    const party = record.in_force?.households.find(({ household_id }) => household_id === id)
    return record.in_force && party ? [{ record, version: record.in_force, party }] : []
  })
  const sellerOf = await sellersById(
    container,
    own.map(({ record }) => record.seller_id),
  )
  return await Promise.all(
    own.map(async ({ record, version, party }) => ({
      id: record.id,
      number: record.number,
      version: version.version,
      ...sellerOf(record.seller_id),
      responsible_person: version.responsible_person,
      effective_from: version.effective_from ?? version.starts_on,
      ends_on: version.ends_on,
      promised_g: party.promised_g,
      bought_g: (await boughtIn(container, record)).get(id) ?? 0,
      floors: version.floors,
    })),
  )
}

async function archiveOf(
  container: MedusaContainer,
  id: string,
): Promise<HouseholdSheetResponse["archive"]> {
  const entries = await modules.agreements(container).archiveOfHousehold(id, ARCHIVE_SHOWN)
  const sellerOf = await sellersById(
    container,
    entries.map(({ seller_id }) => seller_id),
  )
  return entries.map(({ id, kind, happened_on, text, photos, seller_id }) => ({
    ...{ id, kind, happened_on, text },
    photo_count: photos.length,
    ...sellerOf(seller_id),
  }))
}

async function sellersById(container: MedusaContainer, ids: string[]) {
  const sellers = await modules.sellers(container).listSellers({ id: [...new Set(ids)] })
  const byId = new Map(sellers.map((seller) => [seller.id, seller]))
  return (id: string) => ({
    seller_name_zh: byId.get(id)?.name_zh ?? id,
    seller_name_en: byId.get(id)?.name_en ?? null,
  })
}

async function looksAt(
  container: MedusaContainer,
  id: string,
  official: { id: string; division_code: string },
): Promise<HouseholdSheetResponse["looks"]> {
  const looks = await modules.registry(container).looksAt(id, official, LOOKS_SHOWN)
  const [officials, names] = await Promise.all([
    container
      .resolve<OversightModuleService>(OVERSIGHT_MODULE)
      .listOfficials({ id: looks.map(({ official_id }) => official_id) }),
    nameDivisions(
      container,
      looks.map(({ official_division }) => official_division),
    ),
  ])
  const nameOf = new Map(officials.map((each) => [each.id, each.name]))
  return looks.map(({ id, field, reason, created_at, official_id, official_division }) => ({
    ...{ id, field, reason, created_at },
    official: {
      name: nameOf.get(official_id) ?? "—",
      division: names.division(official_division),
    },
  }))
}
