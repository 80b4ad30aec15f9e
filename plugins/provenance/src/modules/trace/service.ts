import type { LotProofs, PublishedRoot } from "@shangxing/epcis"
import type { Context } from "@medusajs/framework/types"
import {
  InjectManager,
  InjectTransactionManager,
  MedusaContext,
  MedusaError,
  MedusaService,
} from "@medusajs/framework/utils"

import { personalDataCipher, type PersonalDataCipher } from "../../lib/personal-data-cipher"
import { sqlOf, type Sql } from "../../lib/sql"
import { appendEvents } from "./commands/append-events"
import { closeDays } from "./commands/close-days"
import { createMissingKeys } from "./commands/organisation-keys"
import { countUnrotated, resealSecrets } from "./commands/rotate-keys"
import { DailyRoot } from "./models/daily-root"
import { OrganisationKey } from "./models/organisation-key"
import { TraceChain } from "./models/trace-chain"
import { TraceEvent } from "./models/trace-event"
import { TraceSecret } from "./models/trace-secret"
import { findEventProof, findLotProofs } from "./queries/proofs"
import { findRoot } from "./queries/roots"
import type { Planner, RecordedCount, RecordOptions } from "./types"

type TraceOptions = { registryKey?: string; registryKeyPrevious?: string }

/** What happened to lots, as signed chains of events that nobody can rewrite unseen. */
class TraceModuleService extends MedusaService({
  TraceEvent,
  TraceChain,
  OrganisationKey,
  DailyRoot,
  TraceSecret,
}) {
  private readonly options_: TraceOptions

  constructor(_container: object, options?: TraceOptions) {
    super(...arguments)
    this.options_ = options ?? {}
  }

  /** Appends what `plan` says to the lots' chains, in one transaction. See `appendEvents`. */
  @InjectManager()
  async recordEvents(
    lotIds: string[],
    plan: Planner,
    options: RecordOptions,
    @MedusaContext() context: Context = {},
  ): Promise<RecordedCount> {
    const cipher = this.cipher_()
    return await this.inTransaction_(
      (sql) => appendEvents(sql, cipher, lotIds, plan, options),
      context,
    )
  }

  /** Gives each organisation its signing key; one that has a key keeps it. */
  @InjectManager()
  async ensureKeys(sellerIds: string[], @MedusaContext() context: Context = {}): Promise<void> {
    const cipher = this.cipher_()
    await this.inTransaction_((sql) => createMissingKeys(sql, cipher, sellerIds), context)
  }

  /**
   * Seals up to `limit` signing keys and the commitments' secret with the current registry key;
   * answers how many, 0 when all are.
   */
  @InjectManager()
  async resealSecrets(limit: number, @MedusaContext() context: Context = {}): Promise<number> {
    const cipher = this.cipher_()
    return await this.inTransaction_((sql) => resealSecrets(sql, cipher, limit), context)
  }

  /** How many secrets the current registry key has not sealed yet. */
  @InjectManager()
  async countUnrotated(@MedusaContext() context: Context = {}): Promise<number> {
    return await countUnrotated(sqlOf(context), this.cipher_())
  }

  /** Publishes the roots of the days before `today` (`YYYY-MM-DD`); answers which are new. */
  @InjectManager()
  async closeDays(today: string, @MedusaContext() context: Context = {}): Promise<string[]> {
    return await this.inTransaction_((sql) => closeDays(sql, today), context)
  }

  /** A lot's chain with signatures, keys, roots and proofs. */
  @InjectManager()
  async proofsOfLot(lotId: string, @MedusaContext() context: Context = {}): Promise<LotProofs> {
    return await findLotProofs(sqlOf(context), lotId)
  }

  /** The root of a business day, final or so far; `null` for a day without events. */
  @InjectManager()
  async rootOf(day: string, @MedusaContext() context: Context = {}): Promise<PublishedRoot | null> {
    return await findRoot(sqlOf(context), day)
  }

  /** One event's inclusion proof; `null` for an unknown id. */
  @InjectManager()
  async proofOfEvent(id: string, @MedusaContext() context: Context = {}) {
    return await findEventProof(sqlOf(context), id)
  }

  // The generated methods exist, and a chain must not have them.
  override updateTraceEvents = refuse("updated")
  override deleteTraceEvents = refuse("deleted")
  override softDeleteTraceEvents = refuse("deleted")

  @InjectTransactionManager()
  protected async inTransaction_<T>(
    work: (sql: Sql) => Promise<T>,
    @MedusaContext() context: Context = {},
  ): Promise<T> {
    return await work(sqlOf(context))
  }

  /** Made at first use: migrations and builds load this service without a key. */
  private cipher_(): PersonalDataCipher {
    const { registryKey, registryKeyPrevious } = this.options_
    return personalDataCipher(
      registryKey ?? process.env.REGISTRY_KEY,
      registryKeyPrevious ?? process.env.REGISTRY_KEY_PREVIOUS,
    )
  }
}

function refuse(verb: string): () => Promise<never> {
  return async () => {
    throw new MedusaError(
      MedusaError.Types.NOT_ALLOWED,
      `Trace events can't be ${verb}, because they are chained and signed. Record an error declaration instead.`,
      "trace_event_append_only",
    )
  }
}

export default TraceModuleService
