import type { MedusaContainer } from "@medusajs/framework/types"
import { dueDay } from "@shangxing/attribution/domain/due-day"
import { shanghaiDay } from "@shangxing/attribution/domain/period"
import { earnedGrams, rebateFen, type RebateRule } from "@shangxing/attribution/domain/rebate"
import type { RebateDue } from "@shangxing/attribution/modules/receipt/types"
import { versionInForce } from "@shangxing/provenance/domain/agreement-terms"
import type {
  AgreementRecord,
  AgreementVersionRecord,
} from "@shangxing/provenance/modules/agreement/types"

import { grouped } from "./grouped"
import { modules } from "./modules"
import { sqlOn } from "./sql"

/**
 * What households are owed by the rebate rules of their agreements for everything earned so far. A
 * line counts under the version that was in force on the day it was earned, for the households and the
 * product that this version names. Rule: docs/domain.md §3, §7.
 */
export async function rebatesDue(container: MedusaContainer): Promise<RebateDue[]> {
  const agreements = await modules.agreements(container).agreementsOf({})
  const withRebate = agreements.filter(({ versions }) =>
    versions.some((version) => ruleOf(version) !== null),
  )
  const dues: RebateDue[] = []
  for (const agreement of withRebate) dues.push(...(await duesOf(container, agreement)))
  return dues
}

async function duesOf(
  container: MedusaContainer,
  agreement: AgreementRecord,
): Promise<RebateDue[]> {
  const published = publishedOf(agreement)
  const parties = published.flatMap(({ record }) =>
    record.households.map(({ household_id }) => household_id),
  )
  const parts = await earnedParts(container, agreement.seller_id, [...new Set(parties)])
  const shares = new Map<string, Share>()
  for (const part of weighed(parts)) {
    const version = versionInForce(published, part.earned_on)?.record
    if (!version || !isUnder(version, part)) continue
    const key = `${version.id}/${part.household_id}`
    const before = shares.get(key) ?? { version, ...part, grams: 0, netFen: 0 }
    const grams = before.grams + part.grams
    shares.set(key, { ...before, grams, netFen: before.netFen + part.netFen })
  }
  const today = shanghaiDay(new Date())
  return [...shares.values()].flatMap((share): RebateDue[] => {
    const rule = ruleOf(share.version)
    if (!rule) return []
    return [
      {
        version_id: share.version.id,
        household_id: share.household_id,
        village_code: share.village_code,
        seller_id: agreement.seller_id,
        owed_fen: rebateFen(rule, share),
        arose_on: today,
        due_on: dueDay(today),
        note: `协议 ${agreement.number}（第 ${share.version.version} 版）`,
      },
    ]
  })
}

type Share = Weighed & { version: AgreementVersionRecord }

function publishedOf({ versions }: AgreementRecord) {
  return versions.flatMap((record) =>
    record.status === "published" && record.effective_from !== null
      ? [
          {
            record,
            version: record.version,
            effectiveFrom: record.effective_from,
            startsOn: record.starts_on,
            endsOn: record.ends_on,
          },
        ]
      : [],
  )
}

function ruleOf({ rebate_kind, rebate_value }: AgreementVersionRecord): RebateRule | null {
  if (rebate_kind === "none" || !rebate_value) return null
  return { kind: rebate_kind, value: rebate_value }
}

function isUnder(version: AgreementVersionRecord, part: EarnedPart): boolean {
  return (
    version.product_kind === part.product_kind &&
    version.households.some(({ household_id }) => household_id === part.household_id)
  )
}

type EarnedPart = {
  line_item_id: string
  lot_id: string
  product_kind: string
  household_id: string
  village_code: string
  /** Business day on which the line was earned. */
  earned_on: string
  earned_fen: string
  /** Of the whole line. */
  line_grams: string
  captured_fen: string
}

type Weighed = EarnedPart & { grams: number; netFen: number }

/** Each part with its grams, worked out line by line. */
function weighed(parts: readonly EarnedPart[]): Weighed[] {
  const lines = grouped(parts, ({ line_item_id }) => line_item_id)
  return [...lines.values()].flatMap((line) => {
    const keyOf = ({ lot_id, household_id }: EarnedPart) => `${lot_id}/${household_id}`
    const grams = earnedGrams({
      grams: Number(line[0]!.line_grams),
      capturedFen: Number(line[0]!.captured_fen),
      parts: line.map((part) => ({ key: keyOf(part), earnedFen: Number(part.earned_fen) })),
    })
    return line.map((part) => ({
      ...part,
      grams: grams.get(keyOf(part)) ?? 0,
      netFen: Number(part.earned_fen),
    }))
  })
}

/** What these households earned of a seller's lines; what others have of a line counts as its rest. */
async function earnedParts(
  container: MedusaContainer,
  sellerId: string,
  householdIds: readonly string[],
): Promise<EarnedPart[]> {
  if (householdIds.length === 0) return []
  return await sqlOn(container)<EarnedPart>(
    `with lines as (
        select line_item_id, county_code, min(effective_on)::text as earned_on
          from ledger_entry
          where household_id = any(?) and seller_id = ? and kind = 'earn'
          group by line_item_id, county_code),
      sold as (
        select e.line_item_id, -sum(e.amount_fen) as captured_fen
          from lines join ledger_entry e using (line_item_id, county_code)
          where e.account = 'sales' and e.kind in ('capture', 'correction')
          group by e.line_item_id)
      select e.line_item_id, e.lot_id, l.product_kind, e.household_id,
        min(e.village_code) as village_code, lines.earned_on,
        sum(e.amount_fen) filter (where e.state = 'earned') as earned_fen,
        b.grams as line_grams, s.captured_fen
       from lines
       join ledger_entry e using (line_item_id, county_code)
       join attribution_basis b using (line_item_id, county_code)
       join sold s using (line_item_id)
       join lot l on l.id = e.lot_id
      where e.household_id = any(?)
      group by e.line_item_id, e.lot_id, l.product_kind, e.household_id, lines.earned_on, b.grams,
        s.captured_fen
      having sum(e.amount_fen) filter (where e.state = 'earned') is not null
      order by lines.earned_on, e.line_item_id, e.lot_id, e.household_id`,
    [householdIds, sellerId, householdIds],
  )
}
