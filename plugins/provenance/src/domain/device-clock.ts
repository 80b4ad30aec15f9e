/**
 * When something happened, by a device whose clock nobody trusts. All three times are milliseconds
 * since 1970: what the device's clock said at the act and at sending, and what ours said when it
 * arrived. Only the time that passed on the device is believed, so a clock that is wrong by a day
 * changes nothing, and nothing happens in the future. (rule: docs/domain §4, deliveries)
 */

/** A queue older than this was not weighed by this season's hand. */
export const LONGEST_QUEUE_DAYS = 60
const DAY_MS = 24 * 60 * 60 * 1000

export type DeviceTimes = {
  readonly happenedAt: number
  readonly sentAt: number
  readonly receivedAt: number
}

/** The instant by our clock, never after `receivedAt`; an act "after" its sending was just now. */
export function instantByOurClock({ happenedAt, sentAt, receivedAt }: DeviceTimes): number {
  return receivedAt - Math.max(0, sentAt - happenedAt)
}

/** Refuses what would lie further back than a queue can be: the clock was set meanwhile. */
export function clockRefusal(times: DeviceTimes): "delivery_time_unbelievable" | null {
  if (![times.happenedAt, times.sentAt, times.receivedAt].every(Number.isFinite)) {
    return "delivery_time_unbelievable"
  }
  const waited = times.receivedAt - instantByOurClock(times)
  return waited > LONGEST_QUEUE_DAYS * DAY_MS ? "delivery_time_unbelievable" : null
}
