import { freeGrams, inputRefusal, outputRefusal, packRefusal } from "./mass-balance"

describe("outputRefusal", () => {
  it("allows what the process can yield", () => {
    const dried = { inputGrams: 100_000, maxYieldBasisPoints: 1800 }
    expect(outputRefusal({ ...dried, outputGrams: 18_000 })).toBeNull()
    expect(outputRefusal({ ...dried, outputGrams: 18_001 })).toBe("lot_output_over")
  })
})

describe("packRefusal and inputRefusal", () => {
  const lot = { netGrams: 10_000, packedGrams: 5_000, usedGrams: 2_000 }

  it("count packs and other lots together", () => {
    expect(freeGrams(lot)).toBe(3_000)
    expect(packRefusal(lot, 3_000)).toBeNull()
    expect(packRefusal(lot, 3_001)).toBe("lot_packed_over")
    expect(inputRefusal(lot, 3_000)).toBeNull()
    expect(inputRefusal(lot, 3_001)).toBe("lot_input_over")
  })
})
