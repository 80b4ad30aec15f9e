import { model } from "@medusajs/framework/utils"

/** A word said in a dispute over a delivery. Append-only, in the service and by a trigger. */
export const DeliveryDisputeEntry = model
  .define("delivery_dispute_entry", {
    id: model.id({ prefix: "dde" }).primaryKey(),
    dispute_id: model.text().index(),
    delivery_id: model.text().index(),
    kind: model.enum(["opened", "answered", "resolved"]),
    party: model.enum(["household", "seller", "station"]),
    text: model.text(),
    outcome: model.enum(["upheld", "rejected", "settled"]).nullable(),
    recorded_by: model.text(),
  })
  .checks([
    {
      name: "delivery_dispute_resolved_has_outcome",
      expression: (c) => `(${c.kind} = 'resolved') = (${c.outcome} is not null)`,
    },
  ])
