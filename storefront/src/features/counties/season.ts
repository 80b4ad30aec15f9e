/**
 * Seasons as runs of calendar months. A run may pass the turn of the year; months are 1–12 and a
 * bar's columns are the 24 half-months of the calendar, 1–25 as CSS grid lines.
 */

export type SeasonProgress = {
  /** How many months of the run have begun, the running one included. */
  month: number
  of: number
  isYearRound: boolean
}

/** Where `now` stands in the run of `months` that holds it; `null` out of season. */
export function progressIn(months: readonly number[], now: number): SeasonProgress | null {
  const inSeason = new Set(months)
  if (!inSeason.has(now)) return null
  if (inSeason.size >= 12) return { month: now, of: 12, isYearRound: true }
  let month = 1
  while (inSeason.has(wrap(now - month))) month += 1
  let left = 0
  while (inSeason.has(wrap(now + left + 1))) left += 1
  return { month, of: month + left, isYearRound: false }
}

function wrap(month: number): number {
  return ((((month - 1) % 12) + 12) % 12) + 1
}

export type Span = { label: string; fromMonth: number; toMonth: number; isHarvest: boolean }
export type Bar = {
  from: number
  to: number
  label: string
  isHarvest: boolean
  isOutside: boolean
}
export type CalendarRow = { bars: Bar[] }

const lastLine = 25

/**
 * Lays spans in as few rows as keep every name legible on the narrowest phone: a name that does
 * not fit its bar stands beside it. `halvesOf` estimates a name's width in half-months.
 */
export function layCalendar(
  spans: readonly Span[],
  halvesOf: (label: string) => number,
): CalendarRow[] {
  const rows: { bars: Bar[]; taken: boolean[] }[] = []
  for (const span of spans) {
    const bars = barsOf(span, halvesOf(span.label))
    const row = rows.find(({ taken }) => bars.every((bar) => isFree(taken, bar)))
    const target = row ?? { bars: [], taken: [] }
    if (!row) rows.push(target)
    target.bars.push(...bars)
    bars.forEach((bar) => occupy(target.taken, bar))
  }
  return rows.map(({ bars }) => ({ bars }))
}

function barsOf(span: Span, halves: number): Bar[] {
  const from = (span.fromMonth - 1) * 2 + 1
  const to = span.toMonth * 2 + 1
  const runs =
    from < to
      ? [{ from, to }]
      : [
          { from, to: lastLine },
          { from: 1, to },
        ]
  const longest = runs.reduce((a, b) => (b.to - b.from > a.to - a.from ? b : a))
  return runs.flatMap((run) => {
    const isNamed = run === longest
    const fits = run.to - run.from >= halves
    const bar: Bar = {
      ...run,
      label: isNamed && fits ? span.label : "",
      isHarvest: span.isHarvest,
      isOutside: false,
    }
    return isNamed && !fits ? [bar, nameBeside(run, span, halves)] : [bar]
  })
}

function nameBeside(run: { from: number; to: number }, span: Span, halves: number): Bar {
  const isAfter = run.to + halves <= lastLine
  return {
    from: isAfter ? run.to : Math.max(1, run.from - halves),
    to: isAfter ? run.to + halves : run.from,
    label: span.label,
    isHarvest: span.isHarvest,
    isOutside: true,
  }
}

function isFree(taken: boolean[], bar: Bar): boolean {
  for (let column = bar.from; column < bar.to; column += 1) if (taken[column]) return false
  return true
}

function occupy(taken: boolean[], bar: Bar): void {
  for (let column = bar.from; column < bar.to; column += 1) taken[column] = true
}
