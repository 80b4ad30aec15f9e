import type { MedusaContainer } from "@medusajs/framework/types"
import type { Indicator } from "@shangxing/attribution/types/overview"

import { modules } from "../modules"
import type { Asked, Span } from "./asked"
import { compared, type Figures, share, whole } from "./figures"

const UNITS = { payment_timeliness: "basis_points", overdue: "fen" } as const

/** How punctually households are paid. */
export async function paymentIndicators(
  container: MedusaContainer,
  asked: Asked,
): Promise<Indicator[]> {
  const [now, before] = await Promise.all([
    figuresOf(container, asked, asked.period),
    figuresOf(container, asked, asked.period.previous),
  ])
  return compared(UNITS, now, before)
}

async function figuresOf(
  container: MedusaContainer,
  asked: Asked,
  span: Span,
): Promise<Figures<keyof typeof UNITS>> {
  const timeliness = await modules.receipts(container).timeliness(receiptScope(asked, span))
  const { due_fen, paid_in_time_fen, overdue_fen } = timeliness
  return {
    payment_timeliness: share(paid_in_time_fen, due_fen),
    overdue: whole(overdue_fen),
  }
}

/** What the receipts are asked for a span: they know a seller, but neither product nor circle. */
export function receiptScope({ scope, filter, past }: Asked, { from, to }: Span) {
  return {
    ...{ division: scope.code, from, to },
    ...(filter.seller_id !== undefined && { seller_id: filter.seller_id }),
    ...(past !== undefined && { as_of: past }),
  }
}
