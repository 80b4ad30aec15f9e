import type { MedusaContainer } from "@medusajs/framework/types"
import { dueStatus, isSameStatus } from "@shangxing/attribution/domain/due-status"
import { earnedAt } from "@shangxing/attribution/domain/earned-at"
import type { EarnedLine, LineLot } from "@shangxing/attribution/modules/ledger/types"
import type { DeliveryDays } from "@shangxing/marketplace/domain/delivery"

import { modules } from "./modules"
import { sqlOn } from "./sql"

/**
 * What the attribution book does not know yet: lots that were swapped at picking, households whose
 * status was another one on the day, lines that are earned. Plain SQL, because each compares tables
 * of several modules.
 */

const lookBackDays = 30

/** Moves of allocations without their correction, of lines that are in the book; oldest first. */
export async function movesToCorrect(container: MedusaContainer): Promise<string[]> {
  const rows = await sqlOn(container)<{ id: string }>(
    `select m.id from lot_allocation_move m
      where m.created_at > now() - make_interval(days => ?)
        and exists (select from attribution_basis b where b.line_item_id = m.line_item_id)
        and not exists (select from ledger_cause c
          where c.source_id = m.id and c.kind = 'correction' and c.line_item_id = m.line_item_id)
      order by m.created_at, m.id limit 1000`,
    [lookBackDays],
  )
  return rows.map(({ id }) => id)
}

/** Captured lines whose claim window is over (`claimWindowEnd`, said in SQL) and that are not earned. */
export async function linesToEarn(
  container: MedusaContainer,
  { deliveredAfter, claim }: DeliveryDays,
): Promise<EarnedLine[]> {
  const lines = await sqlOn(container)<Omit<EarnedLine, "earned_at"> & { closed_at: Date }>(
    `select s.order_id, l.line_item_id, s.id as source_id, s.closed_at
      from (
        select id, order_id, coalesce(delivered_at, shipped_at + make_interval(days => ?))
            + make_interval(days => ?) as closed_at
          from consignment
          where status in ('shipped', 'delivered') and deleted_at is null) s
      join consignment_line l on l.consignment_id = s.id and l.deleted_at is null
      where s.closed_at <= now()
        and exists (select from attribution_basis b where b.line_item_id = l.line_item_id)
        and not exists (select from ledger_cause c
          where c.line_item_id = l.line_item_id and c.kind = 'earn')
      order by s.closed_at, l.line_item_id limit 5000`,
    [deliveredAfter, claim],
  )
  const now = new Date()
  return lines.map(({ closed_at, ...line }) => ({
    ...line,
    earned_at: earnedAt(new Date(closed_at), now).toISOString(),
  }))
}

type LotOfHousehold = { lot_id: string; household_id: string }
type DueStatus = LotOfHousehold & { is_enrolled: boolean; status_label_zh: string }

const keyOf = ({ lot_id, household_id }: LotOfHousehold) => `${lot_id}/${household_id}`

/** The statuses that households' goods in lots are due by what the registry says now (`dueStatus`). */
async function dueStatuses(
  container: MedusaContainer,
  asked: readonly LotOfHousehold[],
): Promise<Map<string, DueStatus>> {
  const deliveries = await sqlOn(container)<LotOfHousehold & { on: string }>(
    `with recursive made as (
        select id as root, id as lot_id from lot where id = any(?)
        union
        select m.root, i.input_lot_id from made m
          join lot_input i on i.lot_id = m.lot_id and i.deleted_at is null
          where i.input_lot_id is not null)
      select distinct m.root as lot_id, d.household_id, d.delivered_on as on
        from made m join lot_input i on i.lot_id = m.lot_id and i.deleted_at is null
        join delivery d on d.id = i.delivery_id
        where d.household_id = any(?)`,
    [unique(asked.map(({ lot_id }) => lot_id)), unique(asked.map((one) => one.household_id))],
  )
  const statuses = await modules.registry(container).statusesAt(deliveries)
  const ofDays = new Map<string, { lot: LotOfHousehold; days: (HeldStatus | null)[] }>()
  deliveries.forEach(({ lot_id, household_id }, i) => {
    const lot = { lot_id, household_id }
    const { days } = ofDays.get(keyOf(lot)) ?? { days: [] }
    const said = statuses[i] ?? null
    ofDays.set(keyOf(lot), {
      lot,
      days: [...days, said && statusOf(said.is_enrolled, said.label_zh)],
    })
  })
  return new Map(
    [...ofDays].flatMap(([key, { lot, days }]) => {
      const due = dueStatus(days)
      if (!due) return []
      const { isEnrolled: is_enrolled, labelZh: status_label_zh } = due
      return [[key, { ...lot, is_enrolled, status_label_zh }] as const]
    }),
  )
}

type HeldStatus = { isEnrolled: boolean; labelZh: string }

const statusOf = <Label extends string | null>(isEnrolled: boolean, labelZh: Label) => ({
  isEnrolled,
  labelZh,
})

/** Lots with the statuses their shares are due now, whatever was known when they were sealed. */
export async function withDueStatuses(
  container: MedusaContainer,
  lots: readonly LineLot[],
): Promise<LineLot[]> {
  const asked = lots.flatMap(({ lot_id, shares }) =>
    shares.flatMap(({ household_id }) => (household_id ? [{ lot_id, household_id }] : [])),
  )
  const due = await dueStatuses(container, asked)
  return lots.map((lot) => ({
    ...lot,
    shares: lot.shares.map((share) => {
      const { household_id } = share
      const status = household_id && due.get(keyOf({ lot_id: lot.lot_id, household_id }))
      if (!status) return share
      const { is_enrolled, status_label_zh } = status
      return { ...share, is_enrolled, status_label_zh }
    }),
  }))
}

type MisstatedLine = DueStatus & {
  order_id: string
  line_item_id: string
  /** The registry's last row of the household: what the correction follows from. */
  cause_id: string
}

type HeldPart = Omit<MisstatedLine, keyof DueStatus> &
  LotOfHousehold & { is_enrolled: boolean; status_label_zh: string | null }

/** Lines in the book under another status of these households than the registry now says. */
export async function misstatedLines(
  container: MedusaContainer,
  householdIds: readonly string[],
): Promise<MisstatedLine[]> {
  const held = await sqlOn(container)<HeldPart>(
    `select b.order_id, e.line_item_id, e.lot_id, e.household_id, e.status_label_zh,
        e.account = 'enrolled_household' as is_enrolled,
        (select s.id from household_status s
          where s.household_id = e.household_id and s.deleted_at is null
          order by s.created_at desc, s.id desc limit 1) as cause_id
      from ledger_entry e
      join attribution_basis b on b.line_item_id = e.line_item_id and b.county_code = e.county_code
      where e.household_id = any(?) and e.lot_id is not null
      group by 1, 2, 3, 4, 5, 6 having sum(e.amount_fen) <> 0 order by 2, 3, 4`,
    [householdIds],
  )
  const due = await dueStatuses(container, held)
  const wrong = new Map<string, MisstatedLine>()
  for (const { is_enrolled, status_label_zh, ...part } of held) {
    const status = due.get(keyOf(part))
    if (!status) continue
    const isRight = isSameStatus(
      statusOf(status.is_enrolled, status.status_label_zh),
      statusOf(is_enrolled, status_label_zh),
    )
    if (!isRight) wrong.set(`${part.line_item_id}/${keyOf(part)}`, { ...part, ...status })
  }
  return [...wrong.values()]
}

/** Where a look for late corrections begins, as `statusChangesSince` takes it. */
export function lookBackFrom(now: Date): string {
  return new Date(now.getTime() - lookBackDays * 86_400_000).toISOString()
}

function unique(ids: readonly string[]): string[] {
  return [...new Set(ids)]
}
