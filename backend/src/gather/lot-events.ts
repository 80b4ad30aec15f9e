import type { MedusaContainer } from "@medusajs/framework/types"
import {
  buildDocument,
  type Finding,
  type JsonObject,
  type LotProofs,
  parseJson,
  verifyLot,
} from "@shangxing/epcis"
import type { LotVerification } from "@shangxing/provenance/types/http"

import { modules } from "./modules"

/** A lot's chain by what its pack's code says; `null` for a lot that never left its cooperative. */
export async function gatherProofs(
  container: MedusaContainer,
  gtin: string,
  code: string,
): Promise<LotProofs | null> {
  const lot = await modules.lots(container).traceLot(gtin, code)
  return lot ? await modules.trace(container).proofsOfLot(lot.id) : null
}

/** A lot's events as an EPCIS 2.0 document: the signed texts themselves, in the chain's order. */
export function documentOf({ events }: LotProofs): JsonObject {
  const last = events.at(-1)?.recorded_at ?? new Date(0).toISOString()
  return buildDocument(events.map(readEvent), last)
}

/** What the trace page says about the chain, checked as anyone else can check it. */
export function verificationOf(proofs: LotProofs): LotVerification {
  const { events, roots } = proofs
  const document = events.map(readEvent)
  const findings = verifyLot({ proofs, document, roots })
  const root = [...roots].sort((a, b) => a.date.localeCompare(b.date)).at(-1)
  return {
    event_count: events.length,
    is_whole: findings.every(({ holds }: Finding) => holds),
    failed: findings.filter(({ holds }) => !holds).map(({ check }) => check),
    root_day: root?.date ?? null,
    root_is_closed: root?.is_closed ?? false,
  }
}

/** A text that somebody broke still has to be shown, as what it is: no event. */
function readEvent({ event }: LotProofs["events"][number]): JsonObject {
  try {
    return parseJson(event) as JsonObject
  } catch {
    return {}
  }
}
