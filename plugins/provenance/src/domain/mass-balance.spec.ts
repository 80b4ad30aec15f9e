import {
  freeGrams,
  inputRefusal,
  looseDamageRefusal,
  outputRefusal,
  packDamageRefusal,
  packRefusal,
} from "./mass-balance"

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

describe("damage", () => {
  it("takes what lies loose, or packs that nobody bought", () => {
    const lot = { netGrams: 10_000, packedGrams: 5_000, usedGrams: 2_000 }
    expect(looseDamageRefusal(lot, 3_000)).toBeNull()
    expect(looseDamageRefusal(lot, 3_001)).toBe("damage_over")
    expect(packDamageRefusal(2, 2)).toBeNull()
    expect(packDamageRefusal(2, 3)).toBe("damage_over")
  })
})
