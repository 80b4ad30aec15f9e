import type { NewLot } from "./lot-desk.server"

type Delivery = Pick<NewLot["deliveries"][number], "product_kind" | "grade" | "net_g">

/** What a lot is made of is alike: deliveries of one kind and grade together, in the order they came. */
export function byKindAndGrade<One extends Delivery>(
  deliveries: readonly One[],
): { title: string; deliveries: One[]; net_g: number }[] {
  const groups = new Map<string, One[]>()
  for (const delivery of deliveries) {
    const title = `${delivery.product_kind} ${delivery.grade}`
    groups.set(title, [...(groups.get(title) ?? []), delivery])
  }
  return [...groups].map(([title, own]) => ({
    title,
    deliveries: own,
    net_g: own.reduce((sum, { net_g }) => sum + net_g, 0),
  }))
}
