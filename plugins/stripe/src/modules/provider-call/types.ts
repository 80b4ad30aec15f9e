import type { InferTypeOf } from "@medusajs/framework/types"

import type { CallKind, Calls } from "../../lib/operations"
import type { ProviderCall } from "./models/provider-call"

export type ProviderCallRow = InferTypeOf<typeof ProviderCall>

/** An intent of ours. `reference` is stable over retries wherever the caller can make it so. */
export type Intent<K extends CallKind> = {
  kind: K
  subjectId: string
  reference: string
  request: Calls[K]["request"]
}

/** What a sweep over open calls did. */
export type SweepReport = {
  settled: string[]
  /** Still unknown, and not to be sent again without a person or a retry. */
  left: string[]
  failed: string[]
}
