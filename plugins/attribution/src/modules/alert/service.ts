import type { Context } from "@medusajs/framework/types"
import {
  generateEntityId,
  InjectManager,
  InjectTransactionManager,
  MedusaContext,
  MedusaService,
} from "@medusajs/framework/utils"

import { type Sql, sqlOf, type SqlValue } from "../../lib/sql"
import { AlertReview, OfficialAlert } from "./models/official-alert"
import type { AlertFilter, AlertRecord, NewAlert, NewReview } from "./types"

/** Alerts for officials: raised once for a subject and period, reviewed by a person. */
class AlertModuleService extends MedusaService({ OfficialAlert, AlertReview }) {
  /** Writes alerts that are not known yet. @returns how many are new */
  @InjectManager()
  async raise(alerts: NewAlert[], @MedusaContext() context: Context = {}): Promise<number> {
    return await this.raise_(alerts, context)
  }

  /** Alerts of a division, newest first, with the last word on each, and how many there are. */
  @InjectManager()
  async alertsWithin(
    filter: AlertFilter,
    @MedusaContext() context: Context = {},
  ): Promise<{ alerts: AlertRecord[]; count: number }> {
    return await readAlerts(sqlOf(context), filter)
  }

  /** Adds a review. The caller has seen to it that the alert is the official's to see. */
  @InjectManager()
  async review(review: NewReview, @MedusaContext() context: Context = {}): Promise<void> {
    await this.review_(review, context)
  }

  @InjectTransactionManager()
  protected async raise_(
    alerts: NewAlert[],
    @MedusaContext() context: Context = {},
  ): Promise<number> {
    const rows = alerts.map((alert) => ({ ...alert, id: generateEntityId(undefined, "alr") }))
    const written = await sqlOf(context)(
      `insert into official_alert
         (id, kind, division_code, subject_kind, subject_id, period, raised_on, value, compared_with)
       select id, kind, division_code, subject_kind, subject_id, period, raised_on, value,
         compared_with
       from jsonb_to_recordset(?::jsonb) as n(id text, kind text, division_code text,
         subject_kind text, subject_id text, period text, raised_on text, value bigint,
         compared_with bigint)
       on conflict do nothing returning id`,
      [JSON.stringify(rows)],
    )
    return written.length
  }

  @InjectTransactionManager()
  protected async review_(
    review: NewReview,
    @MedusaContext() context: Context = {},
  ): Promise<void> {
    await sqlOf(context)(
      `insert into alert_review (id, alert_id, note, reviewed_by, reviewer_name)
       values (?, ?, ?, ?, ?)`,
      [
        generateEntityId(undefined, "alv"),
        review.alert_id,
        review.note,
        review.reviewed_by,
        review.reviewer_name,
      ],
    )
  }
}

type StoredAlert = NewAlert & {
  id: string
  note: string | null
  by: string | null
  at: Date | null
  total: string
}

async function readAlerts(
  sql: Sql,
  filter: AlertFilter,
): Promise<{ alerts: AlertRecord[]; count: number }> {
  const conditions: [string, SqlValue | undefined][] = [
    ["a.division_code like ?", `${filter.division}%`],
    ["a.kind = ?", filter.kind],
    ["a.id = ?", filter.id],
    ["a.raised_on >= ?", filter.from],
    ["a.raised_on <= ?", filter.to],
    ["a.created_at <= ?::timestamptz", filter.as_of],
  ]
  const given = conditions.filter(([, value]) => value !== undefined)
  const state = { open: "and r.at is null", reviewed: "and r.at is not null" }
  const rows = await sql<StoredAlert>(
    `select a.id, a.kind, a.division_code, a.subject_kind, a.subject_id, a.period, a.raised_on,
        a.value, a.compared_with, r.note, r.by, r.at, count(*) over () as total
      from official_alert a
      left join lateral (
        select note, reviewer_name as by, created_at as at from alert_review
        where alert_id = a.id and created_at <= ?::timestamptz
        order by created_at desc, id desc limit 1
      ) r on true
      where ${given.map(([condition]) => condition).join(" and ")}
        ${filter.state ? state[filter.state] : ""}
      order by a.raised_on desc, a.kind, a.value desc nulls last, a.id limit ? offset ?`,
    [
      filter.as_of ?? "infinity",
      ...given.map(([, value]) => value as SqlValue),
      filter.limit ?? 50,
      filter.offset ?? 0,
    ],
  )
  return { alerts: rows.map(alertOf), count: Number(rows[0]?.total ?? 0) }
}

function alertOf({ note, by, at, total: _total, ...row }: StoredAlert): AlertRecord {
  return {
    ...row,
    // PostgreSQL hands whole numbers of this size over as text.
    value: row.value === null ? null : Number(row.value),
    compared_with: row.compared_with === null ? null : Number(row.compared_with),
    review:
      note !== null && by !== null && at !== null
        ? { note, by, at: new Date(at).toISOString() }
        : null,
  }
}

export default AlertModuleService
