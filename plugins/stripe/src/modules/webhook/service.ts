import type { Context } from "@medusajs/framework/types"
import {
  generateEntityId,
  InjectManager,
  InjectTransactionManager,
  MedusaContext,
  MedusaService,
} from "@medusajs/framework/utils"
import type Stripe from "stripe"

import { FOLLOWED_EVENTS } from "../../domain/webhook-effect"
import { sqlOf } from "../../lib/sql"
import {
  createStripeClient,
  requireStripeOptions,
  verifiedEvent,
  type StripePluginOptions,
} from "../../lib/stripe-client"
import { readCurrent } from "./current-object"
import { claimEvents, failEvent, insertEvent, reviveEvent, settleEvent } from "./inbox"
import { WebhookCursor } from "./models/webhook-cursor"
import { WebhookEvent } from "./models/webhook-event"
import type { ClaimedEvent, PollReport } from "./types"

/** Stripe may list an event a little after its time: the poller reads the last minutes again. */
const OVERLAP_MS = 10 * 60_000
/** How far back the first poll looks. */
const FIRST_LOOK_MS = 24 * 3_600_000

const CURSOR = "events"

/**
 * The inbox of Stripe's events: verified, written down, then worked off, each once, in any order;
 * what fails is tried again and ends among the dead letters.
 */
class WebhookModuleService extends MedusaService({ WebhookEvent, WebhookCursor }) {
  protected readonly options_: () => StripePluginOptions
  protected readonly stripe_: () => Stripe

  constructor(container: object, options?: Partial<StripePluginOptions>) {
    super(...arguments)
    let client: Stripe | undefined
    // Migrations load the service without options: the keys are asked for at the first use.
    this.options_ = () => requireStripeOptions(options)
    this.stripe_ = () => (client ??= createStripeClient(this.options_()))
  }

  /**
   * Verifies a webhook's signature and writes its event down.
   * @throws MedusaError `webhook_signature_invalid`; nothing is written then.
   */
  async receive(
    rawBody: string | Buffer,
    signature: string,
  ): Promise<{ id: string; isNew: boolean }> {
    const secrets = this.options_().webhookSecret
    return await this.record_(verifiedEvent(this.stripe_(), secrets, rawBody, signature), "webhook")
  }

  /**
   * Reads the events since the last poll from Stripe and writes down those that no webhook brought.
   * A connected account's own events (its payouts) are listed in its name only.
   */
  async poll(now: Date, accountId: string | null = null): Promise<PollReport> {
    const name = accountId ? `${CURSOR}:${accountId}` : CURSOR
    const [cursor] = await this.listWebhookCursors({ name }, { take: 1 })
    const since = cursor ? cursor.seen_until.getTime() - OVERLAP_MS : now.getTime() - FIRST_LOOK_MS
    const report: PollReport = { found: 0, missed: 0, seen_until: now }
    const events = this.stripe_().events.list(
      { created: { gte: Math.floor(since / 1000) }, types: [...FOLLOWED_EVENTS], limit: 100 },
      accountId ? { stripeAccount: accountId } : {},
    )
    for await (const event of events) {
      const account = event.account ?? accountId ?? undefined
      const { isNew } = await this.record_({ ...event, ...(account && { account }) }, "poll")
      report.found += 1
      report.missed += isNew ? 1 : 0
    }
    await this.writeCursor_(name, now)
    return report
  }

  /** The object that an event is about, as it is now; its id alone where it is gone. */
  async readCurrent(event: ClaimedEvent): Promise<Record<string, unknown>> {
    return await readCurrent(this.stripe_(), event)
  }

  /** Takes due events (or one of them) for this worker. */
  @InjectManager()
  async claimDue(
    now: Date,
    limit: number,
    id: string | null = null,
    @MedusaContext() context: Context = {},
  ): Promise<ClaimedEvent[]> {
    return await claimEvents(sqlOf(context), now, limit, id)
  }

  /** Marks an event as followed; `effect` names what it came to. */
  @InjectManager()
  async settle(
    id: string,
    effect: string | null,
    @MedusaContext() context: Context = {},
  ): Promise<void> {
    await settleEvent(sqlOf(context), id, effect)
  }

  /** Notes a failed attempt; true when the event went to the dead letters. */
  @InjectManager()
  async fail(
    event: Pick<ClaimedEvent, "id" | "attempts">,
    error: string,
    now: Date,
    @MedusaContext() context: Context = {},
  ): Promise<boolean> {
    return await failEvent(sqlOf(context), event, error, now)
  }

  /** Puts an event back into the line, dead or done; false when there is no such event. */
  @InjectManager()
  async revive(id: string, now: Date, @MedusaContext() context: Context = {}): Promise<boolean> {
    return await reviveEvent(sqlOf(context), id, now)
  }

  @InjectTransactionManager()
  protected async record_(
    event: Stripe.Event,
    via: "webhook" | "poll",
    @MedusaContext() context: Context = {},
  ): Promise<{ id: string; isNew: boolean }> {
    return await insertEvent(sqlOf(context), event, via)
  }

  @InjectTransactionManager()
  protected async writeCursor_(
    name: string,
    seenUntil: Date,
    @MedusaContext() context: Context = {},
  ): Promise<void> {
    await sqlOf(context)(
      `insert into webhook_cursor (id, name, seen_until) values (?, ?, ?)
       on conflict (name) where deleted_at is null
       do update set seen_until = greatest(webhook_cursor.seen_until, excluded.seen_until),
                     updated_at = now()`,
      [generateEntityId(undefined, "whcur"), name, seenUntil],
    )
  }
}

export default WebhookModuleService
