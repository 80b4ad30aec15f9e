import { moveRefusal, type MovedTo } from "./move-allocation"

const from = { variantId: "variant_1", lotId: "lot_1", units: 3 }
const to: MovedTo = {
  variantId: "variant_1",
  lotId: "lot_2",
  status: "listed",
  expiresOn: "2026-12-31",
  freeUnits: 2,
}

describe("moveRefusal", () => {
  it.each<[string, Partial<MovedTo>, number, string | null]>([
    ["what is there", {}, 2, null],
    ["half a unit", {}, 0.5, "move_units_invalid"],
    ["nothing", {}, 0, "move_units_invalid"],
    ["to the same lot", { lotId: "lot_1" }, 1, "move_same_lot"],
    ["to another size", { variantId: "variant_2" }, 1, "move_variant_mismatched"],
    ["more than the line holds", { freeUnits: 9 }, 4, "move_units_over"],
    ["to a lot not on sale", { status: "sealed" }, 1, "move_target_unsellable"],
    ["to a recalled lot", { status: "recalled" }, 1, "move_target_unsellable"],
    ["to an expired lot", { expiresOn: "2026-11-21" }, 1, "move_target_unsellable"],
    ["more than is free", {}, 3, "move_target_short"],
  ])("judges moving %s", (_what, change, units, refusal) => {
    expect(moveRefusal(from, { ...to, ...change }, units, "2026-11-22")).toBe(refusal)
  })
})
