import { model } from "@medusajs/framework/utils"

/** A run of labels: serials `first_serial` and the ones after it are on packs. Append-only. */
export const LabelPrint = model
  .define("label_print", {
    id: model.id({ prefix: "lbp" }).primaryKey(),
    lot_pack_id: model.text().index(),
    first_serial: model.number(),
    label_count: model.number(),
    layout: model.text(),
    printed_by: model.text(),
  })
  .checks([
    {
      name: "label_print_counts",
      expression: (c) => `${c.first_serial} > 0 and ${c.label_count} > 0`,
    },
  ])
