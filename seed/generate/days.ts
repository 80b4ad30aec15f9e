/** Business days (`YYYY-MM-DD`) in Asia/Shanghai, which has kept UTC+8 without change since 1991. */

const DAY_MS = 86_400_000

export function addDays(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10)
}

export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / DAY_MS)
}

/** The instant of a Shanghai wall clock, ISO 8601 in UTC. */
export function instantOf(day: string, hour: number, minute: number): string {
  const clock = [hour, minute].map((part) => String(part).padStart(2, "0")).join(":")
  return new Date(`${day}T${clock}:00+08:00`).toISOString()
}

/** The Shanghai day on which an instant falls. */
export function dayOf(instant: string): string {
  return new Date(Date.parse(instant) + 8 * 3_600_000).toISOString().slice(0, 10)
}
