import { model } from "@medusajs/framework/utils"

/**
 * A process that a seller declared: the most that it yields, in basis points of what goes in. A
 * declaration never changes; a better machine is a new one.
 */
export const LotProcess = model
  .define("lot_process", {
    id: model.id({ prefix: "lpr" }).primaryKey(),
    seller_id: model.text().index(),
    name: model.text(),
    product_kind: model.text(),
    max_yield_basis_points: model.number(),
    declared_by: model.text(),
  })
  .checks([
    {
      name: "lot_process_yields",
      expression: (c) => `${c.max_yield_basis_points} between 1 and 20000`,
    },
  ])
