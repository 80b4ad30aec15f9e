import { setTimeout as pause } from "node:timers/promises"

import { brokenAtBank } from "./bank-invariants.ts"
import type { Ground } from "./ground.ts"
import { brokenInvariants } from "./invariants.ts"

/** What is not well by then stays so. */
const patienceMs = 60_000
const passTimeEveryMs = 5000

/**
 * Waits until everything holds: what a crash left is finished by the backend's own sweepers, not by
 * this. @returns what still does not hold when patience ends, and how long it took.
 */
export async function untilWell(ground: Ground): Promise<{ broken: string[]; seconds: number }> {
  const begun = Date.now()
  let passedAt = 0
  for (;;) {
    if (Date.now() - passedAt > passTimeEveryMs) {
      await passTime(ground)
      passedAt = Date.now()
    }
    const broken = await look(ground)
    const seconds = Math.round((Date.now() - begun) / 100) / 10
    if (broken.length === 0 || Date.now() - begun > patienceMs) return { broken, seconds }
    await pause(500)
  }
}

async function look({ ask, bank }: Ground): Promise<string[]> {
  try {
    const isIdle = await bank.isIdle()
    return [
      ...(isIdle ? [] : ["the bank has told everything: webhooks are pending"]),
      ...(await brokenInvariants(ask)),
      ...(await brokenAtBank(ask, bank)),
    ]
  } catch (error) {
    return [`everything can be asked: ${String(error)}`]
  }
}

/**
 * The sweepers leave young things alone, for minutes, because somebody alive may be at them. Here
 * nobody is any more: what waits is made as old as they want it, instead of waiting for so long.
 */
async function passTime({ ask }: Ground): Promise<void> {
  await ask(`update webhook_event set next_attempt_at = now() where status = 'pending'
              and next_attempt_at > now() and updated_at < now() - interval '4 seconds'`)
  await ask(`update provider_call set last_sent_at = last_sent_at - interval '10 minutes',
                    created_at = created_at - interval '10 minutes'
              where status = 'open' and coalesce(last_sent_at, created_at)
                    between now() - interval '5 minutes' and now() - interval '4 seconds'`)
  await ask(`update provider_call set settled_at = settled_at - interval '10 minutes'
              where kind = 'refund' and status = 'succeeded'
                and settled_at between now() - interval '10 minutes' and now() - interval '4 seconds'`)
  await ask(`update payment p set created_at = created_at - interval '20 minutes'
              where created_at between now() - interval '15 minutes' and now() - interval '4 seconds'
                and not exists (select from order_payment_collection l
                                 where l.payment_collection_id = p.payment_collection_id
                                   and l.deleted_at is null)`)
}
