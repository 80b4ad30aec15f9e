import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"

import { planEvents, type PlanContext, type Return } from "../../domain/trace-plan"
import { LOT_MODULE, type LotModuleService } from "../../modules/lot"
import { TRACE_MODULE, type TraceModuleService } from "../../modules/trace"

export type RecordTraceInput = {
  lot_ids: string[]
  /**
   * A story told afterwards: events are recorded at the time of their acts, and `sold_at` says when
   * each order (by id) was placed.
   */
  history?: { sold_at: Record<string, string> }
  /** Packs that came back to a lot; each is told once. */
  returns?: (Return & { lot_id: string })[]
}

/** For a workflow whose acts are told later, all at once: a seed. */
export type TraceTiming = { is_traced_later?: boolean }

/** The lots to tell now, if the caller does not tell them later. */
export function lotsToTrace({ is_traced_later }: TraceTiming, lotIds: string[]): RecordTraceInput {
  return { lot_ids: is_traced_later ? [] : lotIds }
}

/**
 * Appends the events that are missing from lots' chains. No compensation takes an event back: when
 * what follows fails, the next run finds the act gone and declares the event an error.
 */
export const recordTraceStep = createStep(
  "record-trace",
  async ({ lot_ids, history, returns = [] }: RecordTraceInput, { container }) => {
    const lots = container.resolve<LotModuleService>(LOT_MODULE)
    const trace = container.resolve<TraceModuleService>(TRACE_MODULE)
    const ids = [...new Set(lot_ids)]
    if (ids.length === 0) return new StepResponse({ event_count: 0, lot_ids: [] as string[] })
    const now = new Date().toISOString()
    const soldAt = new Map(Object.entries(history?.sold_at ?? {}))
    const recorded = await trace.recordEvents(
      ids,
      async (recordedOf, commitmentOf) => {
        const facts = await lots.traceFacts(ids)
        return facts.flatMap((lot) => {
          const own = returns.filter(({ lot_id }) => lot_id === lot.id)
          const context: PlanContext = { now, commitmentOf, soldAt, returns: own }
          return planEvents(lot, recordedOf(lot.id), context)
        })
      },
      { now, is_history: history !== undefined },
    )
    return new StepResponse(recorded)
  },
)
