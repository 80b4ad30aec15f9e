import { harvestEvent, packEvent, sealEvent } from "./trace-events"
import type { LotFacts } from "./trace-facts"

const lot: LotFacts = {
  id: "lot_1",
  sellerId: "sel_1",
  code: "YY/1 A",
  productKind: "apple",
  grade: "80",
  countyCode: "513423",
  townshipCode: "513423100",
  villageCode: null,
  harvestedFrom: "2026-10-17",
  harvestedTo: "2026-10-18",
  expiresOn: "2027-03-31",
  netG: 150_500,
  unattributedG: 20_000,
  certificate: null,
  sealedAt: "2026-10-19T10:30:00.000Z",
  listedAt: null,
  recalledAt: null,
  householdCount: 12,
  deliveries: [{ householdId: "hh_a", grams: 120_001 }],
  inputLots: [{ sellerId: "sel_2", productKind: "apple", code: "B", grams: 10_499 }],
  packs: [],
  allocations: [],
}

describe("events of a lot", () => {
  it("weighs deliveries, other lots and unknown goods into the lot", () => {
    const seal = sealEvent(lot)
    const quantities = (key: string) =>
      (seal[key] as { quantity: number }[]).map(({ quantity }) => quantity)
    expect(quantities("inputQuantityList")).toEqual([120.001, 10.499, 20])
    expect(quantities("outputQuantityList")).toEqual([150.5])
  })

  it("names its lot as a Digital Link, whatever the code holds", () => {
    const harvest = harvestEvent(lot, lot.sealedAt, ["c"])
    expect(JSON.stringify(harvest)).toContain("/10/YY%2F1%20A")
    expect(harvest).toMatchObject({ "shangxing:householdCommitments": ["c"] })
  })

  it("tells two packings apart that are alike", () => {
    const act = { at: lot.sealedAt, units: 5 }
    const pack = { gtin: "09521234000013", unitG: 2500 }
    const [one, two] = ["pack:a:1", "pack:a:2"].map((cause) =>
      packEvent(lot, pack, { ...act, cause }),
    )
    expect(one!["eventID"]).not.toBe(two!["eventID"])
  })
})
