import type { Context } from "@medusajs/framework/types"
import {
  InjectManager,
  InjectTransactionManager,
  MedusaContext,
  MedusaService,
} from "@medusajs/framework/utils"
import type Stripe from "stripe"

import { messageOf } from "../../lib/message-of"
import { OPERATIONS, type CallKind, type Calls } from "../../lib/operations"
import { sqlOf } from "../../lib/sql"
import {
  createStripeClient,
  requireStripeOptions,
  type StripePluginOptions,
} from "../../lib/stripe-client"
import { codeOfError, isReplayed, outcomeOf } from "../../lib/stripe-errors"
import { claimCall, type ClaimedCall, type LivingReferences } from "./claim"
import { ProviderCall } from "./models/provider-call"
import { writeOutcome, writeSent, type Outcome } from "./outcome"
import type { Intent, SweepReport } from "./types"

/** Stripe forgets a key after 24 hours; an hour earlier we look for the object instead. */
const KEY_LIFE_MS = 23 * 3_600_000

/** A call whose process is alive has its answer, or its timeouts, by then. */
const SWEEP_AFTER_MS = 5 * 60_000

const everyReference: LivingReferences = (references) => Promise.resolve(new Set(references))

/**
 * Every call to Stripe that moves or promises money goes through here: written down, sent under its
 * one key, and its outcome kept. A crash between any two lines leaves an open row with the key that
 * the retry repeats.
 */
class ProviderCallModuleService extends MedusaService({ ProviderCall }) {
  protected readonly stripe_: () => Stripe

  constructor(container: object, options?: Partial<StripePluginOptions>) {
    super(...arguments)
    let client: Stripe | undefined
    // Migrations load the service without options: the key is asked for at the first call.
    this.stripe_ = () => (client ??= createStripeClient(requireStripeOptions(options)))
  }

  /**
   * Sends the intent, or repeats it, or answers what it came to before: the effect at Stripe happens
   * once. Don't pass a transaction's context: the row must be committed before the call.
   *
   * @param living says which earlier references still exist; by default all of them.
   * @throws Stripe's error; a refusal is final for this key, anything else leaves the call open.
   */
  async perform<K extends CallKind>(
    intent: Intent<K>,
    living: LivingReferences = everyReference,
  ): Promise<Calls[K]["result"]> {
    const call = await this.claim_(intent, living)
    return await this.carryOut_<K>(call)
  }

  /**
   * Settles calls that a crash left open: looks at Stripe first, and sends again only where
   * `living` still knows the reference. A shopper's own calls (create, confirm) are never resent.
   */
  async sweep(now: Date, living: (call: ClaimedCall) => Promise<boolean>): Promise<SweepReport> {
    const report: SweepReport = { settled: [], left: [], failed: [] }
    for (const call of await this.listOpen_(new Date(now.getTime() - SWEEP_AFTER_MS))) {
      try {
        const isSettled = (await this.settleFound_(call)) !== null
        if (isSettled) {
          report.settled.push(call.id)
        } else if (await living(call)) {
          await this.carryOut_(call)
          report.settled.push(call.id)
        } else {
          report.left.push(call.id)
        }
      } catch {
        // The error is on the row; the next sweep tries again.
        report.failed.push(call.id)
      }
    }
    return report
  }

  /** The call that Stripe knows by this object, such as the refund `re_…`. */
  async callOfObject(objectId: string) {
    const [call] = await this.listProviderCalls({ provider_object_id: objectId }, { take: 1 })
    return call ?? null
  }

  /**
   * Writes down what was done at Stripe without us, say a refund in its dashboard, as if the intent
   * had been sent: who performs it afterwards gets this object and moves nothing.
   */
  async adoptObject<K extends CallKind>(intent: Intent<K>, object: { id: string }): Promise<void> {
    const call = await this.claim_(intent, everyReference)
    if (call.status === "open") {
      await this.settle_(call.id, { status: "succeeded", object })
    }
  }

  /**
   * A call that succeeded and came to nothing afterwards, such as a refund that the bank sent back:
   * the same intent may be sent anew, under a new key.
   */
  @InjectManager()
  async undoObject(
    objectId: string,
    errorCode: string,
    @MedusaContext() context: Context = {},
  ): Promise<void> {
    await this.undoObject_(objectId, errorCode, context)
  }

  @InjectTransactionManager()
  protected async undoObject_(
    objectId: string,
    errorCode: string,
    @MedusaContext() context: Context = {},
  ): Promise<void> {
    await sqlOf(context)(
      `update provider_call set status = 'refused', error_code = ?, settled_at = now(),
              updated_at = now()
        where provider_object_id = ? and status = 'succeeded'`,
      [errorCode, objectId],
    )
  }

  /**
   * Gives a call that succeeded another name, when what it was named after is gone.
   * @returns false when somebody has taken it for a reference of their own meanwhile.
   */
  @InjectManager()
  async rename(
    naming: { id: string; from: string; to: string },
    @MedusaContext() context: Context = {},
  ): Promise<boolean> {
    return await this.rename_(naming, context)
  }

  @InjectTransactionManager()
  protected async rename_(
    { id, from, to }: { id: string; from: string; to: string },
    @MedusaContext() context: Context = {},
  ): Promise<boolean> {
    const renamed = await sqlOf(context)(
      `update provider_call set reference = ?, updated_at = now()
        where id = ? and reference = ? and status = 'succeeded' returning id`,
      [to, id, from],
    )
    return renamed.length > 0
  }

  @InjectTransactionManager()
  protected async claim_<K extends CallKind>(
    intent: Intent<K>,
    living: LivingReferences,
    @MedusaContext() context: Context = {},
  ): Promise<ClaimedCall> {
    return await claimCall(sqlOf(context), intent, living)
  }

  @InjectTransactionManager()
  protected async listOpen_(
    before: Date,
    @MedusaContext() context: Context = {},
  ): Promise<ClaimedCall[]> {
    return await sqlOf(context)<ClaimedCall>(
      `select * from provider_call where status = 'open' and deleted_at is null
          and coalesce(last_sent_at, created_at) < ? order by created_at limit 200`,
      [before],
    )
  }

  @InjectTransactionManager()
  protected async noteSent_(id: string, @MedusaContext() context: Context = {}): Promise<void> {
    await writeSent(sqlOf(context), id)
  }

  @InjectTransactionManager()
  protected async settle_(
    id: string,
    outcome: Outcome,
    @MedusaContext() context: Context = {},
  ): Promise<void> {
    await writeOutcome(sqlOf(context), id, outcome)
  }

  protected async carryOut_<K extends CallKind>(call: ClaimedCall): Promise<Calls[K]["result"]> {
    const stripe = this.stripe_()
    const { send, read } = OPERATIONS[call.kind as K]
    const request = requestOf<K>(call)
    if (call.status === "succeeded" && call.provider_object_id) {
      return await read(stripe, request, call.provider_object_id)
    }
    const isKeyForgotten =
      call.first_sent_at !== null && Date.now() - call.first_sent_at.getTime() > KEY_LIFE_MS
    const found = isKeyForgotten ? await this.settleFound_<K>(call) : null
    if (found) {
      return found
    }
    await this.noteSent_(call.id)
    try {
      const result = await send(stripe, request, call.idempotency_key)
      await this.settle_(call.id, { status: "succeeded", object: result })
      return result
    } catch (error) {
      return await this.answerToError_<K>(call, error)
    }
  }

  /** Rethrows, unless Stripe shows that it was done after all. */
  protected async answerToError_<K extends CallKind>(
    call: ClaimedCall,
    error: unknown,
  ): Promise<Calls[K]["result"]> {
    const isRefused = outcomeOf(error) === "refused"
    // A stored 500 comes back under its key for a day; and a second capture is "refused" when the
    // first one's answer was lost. Both times only the object itself knows.
    if (isReplayed(error) || (isRefused && call.kind === "capture")) {
      const found = await this.settleFound_<K>(call)
      if (found) {
        return found
      }
    }
    const status = isRefused || isReplayed(error) ? "refused" : "open"
    await this.settle_(call.id, {
      status,
      errorCode: codeOfError(error),
      errorMessage: messageOf(error),
    })
    throw error
  }

  protected async settleFound_<K extends CallKind>(
    call: ClaimedCall,
  ): Promise<Calls[K]["result"] | null> {
    const { find } = OPERATIONS[call.kind as K]
    const found = await find(this.stripe_(), requestOf<K>(call), call.idempotency_key)
    if (found) {
      await this.settle_(call.id, { status: "succeeded", object: found })
    }
    return found
  }
}

/** The row's JSON was written from a request of its own kind. */
function requestOf<K extends CallKind>(call: ClaimedCall): Calls[K]["request"] {
  return call.request
}

export default ProviderCallModuleService
