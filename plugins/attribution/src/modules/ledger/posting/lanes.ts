/**
 * Divides events over `count` lanes that can be posted side by side: an order's events share a lane, in
 * their order, so no lane waits for another's lock. Orders take the lanes in turn.
 */
export function lanesOf<Event extends { order_id: string }>(
  events: readonly Event[],
  count: number,
): Event[][] {
  const lanes: Event[][] = Array.from({ length: count }, () => [])
  const laneOf = new Map<string, number>()
  for (const event of events) {
    const lane = laneOf.get(event.order_id) ?? laneOf.size % count
    laneOf.set(event.order_id, lane)
    lanes[lane]!.push(event)
  }
  return lanes
}
