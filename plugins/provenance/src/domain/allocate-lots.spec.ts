import { allocateLots, type FreePack } from "./allocate-lots"

const pack = (lotPackId: string, expiresOn: string, freeUnits: number): FreePack => ({
  lotPackId,
  lotId: `lot_of_${lotPackId}`,
  variantId: "variant_1",
  expiresOn,
  unitGrams: 2500,
  freeUnits,
})
const line = (lineItemId: string, quantity: number) => ({
  lineItemId,
  variantId: "variant_1",
  quantity,
})
const TODAY = "2026-11-21"

describe("allocateLots", () => {
  it("takes from the lot that expires first, then from the next", () => {
    const packs = [pack("late", "2027-03-01", 10), pack("soon", "2026-12-01", 3)]
    const { allocations } = allocateLots([line("ordli_1", 5)], packs, TODAY)
    expect(allocations?.map(({ lotPackId, units, grams }) => [lotPackId, units, grams])).toEqual([
      ["soon", 3, 7500],
      ["late", 2, 5000],
    ])
  })

  it("shares one variant's packs between two lines", () => {
    const packs = [pack("only", "2027-03-01", 5)]
    expect(allocateLots([line("a", 3), line("b", 2)], packs, TODAY).allocations).toHaveLength(2)
    expect(allocateLots([line("a", 3), line("b", 3)], packs, TODAY).refusal).toEqual({
      code: "lot_stock_short",
      line: line("b", 3),
      missingUnits: 1,
    })
  })

  it("sells a lot on its last day and not after", () => {
    const packs = [pack("soon", TODAY, 1)]
    expect(allocateLots([line("a", 1)], packs, TODAY).refusal).toBeNull()
    expect(allocateLots([line("a", 1)], packs, "2026-11-22").refusal?.code).toBe("lot_stock_short")
  })

  it("does not serve one variant from another's packs", () => {
    const other = { ...pack("other", "2027-03-01", 9), variantId: "variant_2" }
    expect(allocateLots([line("a", 1)], [other], TODAY).refusal?.missingUnits).toBe(1)
  })

  it.each([0, -1, 1.5, Number.NaN])("refuses a quantity of %d", (quantity) => {
    const packs = [pack("only", "2027-03-01", 5)]
    expect(allocateLots([line("a", quantity)], packs, TODAY).refusal?.code).toBe(
      "line_quantity_invalid",
    )
  })
})
