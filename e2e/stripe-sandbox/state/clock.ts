/** The sandbox's own time: the machine's, plus an offset that tests set (`/_sandbox/clock`). */
export interface Clock {
  /** Milliseconds since 1970, by the sandbox's time. */
  now(): number
  /** Seconds since 1970: the unit of every time in Stripe's objects. */
  seconds(): number
  offset: number
}

export function createClock(offset = 0): Clock {
  return {
    offset,
    now() {
      return Date.now() + this.offset
    },
    seconds() {
      return Math.floor(this.now() / 1000)
    },
  }
}
