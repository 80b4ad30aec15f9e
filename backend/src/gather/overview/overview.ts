import type { MedusaContainer } from "@medusajs/framework/types"
import { childDigits } from "@shangxing/attribution/domain/jurisdiction"
import type { OverviewResponse } from "@shangxing/attribution/types/overview"

import { modules } from "../modules"
import { agreementIndicators } from "./agreements"
import type { Asked } from "./asked"
import { ORDER } from "./figures"
import { goodsIndicators } from "./goods"
import { gatherIncomeLines } from "../income-lines"
import { gatherMonths } from "./last-months"
import { describeFilter } from "./names-of-goods"
import { gatherNothing } from "./nothing"
import { paymentIndicators, receiptScope } from "./payments"
import { gatherPeople, peopleIndicators } from "./people"
import { gatherReach, reachIndicator } from "./reach"
import { gatherRows } from "./rows"
import { salesIndicators } from "./sales"
import { gatherSiblings } from "./siblings"
import { gatherStations } from "./stations"

/** Everything that the dashboard of one division and period shows. Rule: docs/domain.md §9, §10. */
export async function gatherOverview(
  container: MedusaContainer,
  asked: Asked,
): Promise<OverviewResponse> {
  const { scope, period, past } = asked
  const people = await gatherBelow(container, asked)
  const [indicators, rows, siblings, months, nothing, channels, filter, desk, lines] =
    await Promise.all([
      gatherIndicators(container, asked),
      gatherRows(container, asked, scope.code, {
        now: people.people.places,
        before: people.before.places,
        reach: people.reach,
      }),
      gatherSiblings(container, asked),
      gatherMonths(container, asked),
      gatherNothing(container, people.people),
      modules.receipts(container).figures(receiptScope(asked, period)),
      describeFilter(container, asked.filter),
      gatherStations(container, { division: scope.code, period, asOf: past }),
      gatherIncomeLines(container, { division: scope.code, to: period.to, asOf: past }),
    ])
  const all = [
    ...indicators,
    ...peopleIndicators(people.people, people.before),
    ...reachIndicator(asked, people.reach, people.reachBefore),
    ...desk.indicators,
  ]
  return {
    division: scope.division,
    path: scope.path,
    period,
    as_of: asked.moment,
    is_past: past !== undefined,
    filter,
    indicators: all.sort((a, b) => ORDER.indexOf(a.key) - ORDER.indexOf(b.key)),
    receipts_by_channel: channels.by_channel,
    spread: people.people.spread,
    income_lines: lines,
    rows,
    siblings,
    months,
    nothing,
    stations: desk.stations,
    alerts: desk.alerts,
  }
}

async function gatherBelow(container: MedusaContainer, asked: Asked) {
  const { scope, period } = asked
  const place = { division: scope.code, digits: childDigits(scope.code) ?? scope.code.length }
  const [people, before, reach, reachBefore] = await Promise.all([
    gatherPeople(container, asked, period, place),
    gatherPeople(container, asked, period.previous, place),
    gatherReach(container, asked, period),
    gatherReach(container, asked, period.previous),
  ])
  return { people, before, reach, reachBefore }
}

async function gatherIndicators(container: MedusaContainer, asked: Asked) {
  const groups = await Promise.all(
    [salesIndicators, agreementIndicators, paymentIndicators, goodsIndicators].map((gather) =>
      gather(container, asked),
    ),
  )
  return groups.flat()
}
