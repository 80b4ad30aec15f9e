import type { StatementLine } from "@shangxing/attribution/types/receipts"

/**
 * The lines of a household's sheet, few enough for one page of paper: as they are while they fit; else
 * goods of one kind, grade and state become one line, and wages, rents and the like of one state too.
 */

export type SheetLine = {
  channel: StatementLine["channel"]
  isPaid: boolean
  amountFen: number
  /** First and last day on which they arose. */
  from: string
  to: string
  count: number
  paidOn: string | null
  dueOn: string | null
  note: string | null
  goods: {
    product_kind: string
    grade: string
    netG: number
    /** `null` where prices differ. */
    fenPerKg: number | null
    deductedFen: number
  } | null
}

/** At most `most` lines where merging can do it; the amounts sum to the same. */
export function fitLines(lines: readonly StatementLine[], most: number): SheetLine[] {
  const own = lines.map(lineOf)
  if (own.length <= most) return own
  const byGrade = merged(own, (line) => `${kindOf(line)}/${line.goods?.grade ?? ""}`)
  return byGrade.length <= most ? byGrade : merged(own, kindOf)
}

function lineOf(line: StatementLine): SheetLine {
  const { goods } = line
  return {
    channel: line.channel,
    isPaid: line.paid_on !== null,
    amountFen: line.amount_fen,
    from: line.arose_on,
    to: line.arose_on,
    count: 1,
    paidOn: line.paid_on,
    dueOn: line.due_on,
    note: line.note,
    goods: goods && {
      product_kind: goods.product_kind,
      grade: goods.grade,
      netG: goods.net_g,
      fenPerKg: goods.price_fen_per_kg,
      deductedFen: goods.deducted_fen,
    },
  }
}

function kindOf({ channel, isPaid, goods }: SheetLine): string {
  return `${channel}/${isPaid}/${goods?.product_kind ?? ""}`
}

function merged(lines: readonly SheetLine[], keyOf: (line: SheetLine) => string): SheetLine[] {
  const groups = new Map<string, SheetLine>()
  for (const line of lines) {
    const before = groups.get(keyOf(line))
    groups.set(keyOf(line), before ? together(before, line) : line)
  }
  return [...groups.values()]
}

function together(a: SheetLine, b: SheetLine): SheetLine {
  return {
    ...a,
    amountFen: a.amountFen + b.amountFen,
    from: a.from < b.from ? a.from : b.from,
    to: a.to > b.to ? a.to : b.to,
    count: a.count + b.count,
    paidOn: latest(a.paidOn, b.paidOn),
    dueOn: earliest(a.dueOn, b.dueOn),
    note: a.note === b.note ? a.note : null,
    goods: a.goods && b.goods ? goodsTogether(a.goods, b.goods) : a.goods,
  }
}

type Goods = NonNullable<SheetLine["goods"]>

function goodsTogether(a: Goods, b: Goods): Goods {
  return {
    product_kind: a.product_kind,
    grade: a.grade === b.grade ? a.grade : "",
    netG: a.netG + b.netG,
    fenPerKg: a.fenPerKg === b.fenPerKg ? a.fenPerKg : null,
    deductedFen: a.deductedFen + b.deductedFen,
  }
}

function latest(a: string | null, b: string | null): string | null {
  return a !== null && b !== null ? (a > b ? a : b) : (a ?? b)
}

function earliest(a: string | null, b: string | null): string | null {
  return a !== null && b !== null ? (a < b ? a : b) : (a ?? b)
}
