/**
 * A household's status is effective-dated: each row holds from its day until the next row's. A
 * late correction is a new row; of two rows from the same day, the one recorded last holds.
 * (rule: docs/domain, households and their status)
 */

export type StatusRow = {
  readonly labelZh: string
  readonly isEnrolled: boolean
  /** `YYYY-MM-DD`. */
  readonly validFrom: string
  /** Grows with every row recorded; breaks the tie of two rows from one day. */
  readonly recorded: number
}

/** The status that holds on `day`; `null` when no document says anything yet. */
export function statusOn<Row extends StatusRow>(rows: readonly Row[], day: string): Row | null {
  let holding: Row | null = null
  for (const row of rows) {
    if (row.validFrom > day) continue
    if (holding === null || isLater(row, holding)) holding = row
  }
  return holding
}

function isLater(a: StatusRow, b: StatusRow): boolean {
  return a.validFrom === b.validFrom ? a.recorded > b.recorded : a.validFrom > b.validFrom
}
