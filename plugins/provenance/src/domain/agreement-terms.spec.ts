import {
  effectiveRefusal,
  floorFor,
  termsRefusal,
  versionInForce,
  type AgreementTerms,
} from "./agreement-terms"

const terms: AgreementTerms = {
  startsOn: "2026-03-01",
  endsOn: "2027-02-28",
  productKind: "apple",
  responsiblePerson: "沙马站长",
  cooperativeName: null,
  floors: [{ grade: "一级", fenPerKg: 460 }],
  rebate: { kind: "fen_per_kg", value: 20 },
  households: [{ householdId: "hh_1", promisedGrams: 2_000_000 }],
}

describe("termsRefusal", () => {
  it.each<[string, Partial<AgreementTerms>, string | null]>([
    ["sound terms", {}, null],
    ["no floor", { floors: [] }, null],
    ["an end before its start", { endsOn: "2026-02-28" }, "agreement_term_invalid"],
    ["no such day", { startsOn: "2026-02-30" }, "agreement_term_invalid"],
    ["nobody responsible", { responsiblePerson: " " }, "agreement_party_missing"],
    ["no household", { households: [] }, "agreement_party_missing"],
    ["a cooperative for its households", { households: [], cooperativeName: "金山社" }, null],
    ["a floor of nothing", { floors: [{ grade: null, fenPerKg: 0 }] }, "agreement_floor_invalid"],
    [
      "two floors of one grade",
      { floors: [terms.floors[0]!, terms.floors[0]!] },
      "agreement_floor_invalid",
    ],
    [
      "more than everything",
      { rebate: { kind: "basis_points", value: 10_001 } },
      "agreement_rebate_invalid",
    ],
    [
      "a promise of nothing",
      { households: [{ householdId: "hh_1", promisedGrams: 0 }] },
      "agreement_promise_invalid",
    ],
    [
      "one household twice",
      { households: [terms.households[0]!, terms.households[0]!] },
      "agreement_promise_invalid",
    ],
  ])("judges %s", (_what, change, refusal) => {
    expect(termsRefusal({ ...terms, ...change })).toBe(refusal)
  })
})

describe("versions", () => {
  const first = { version: 1, effectiveFrom: "2026-03-01", ...span("2026-03-01", "2027-02-28") }
  const second = { version: 2, effectiveFrom: "2026-09-01", ...span("2026-03-01", "2026-12-31") }

  it.each([
    ["2026-02-28", null],
    ["2026-03-01", 1],
    ["2026-08-31", 1],
    ["2026-09-01", 2],
    ["2027-01-01", null],
  ])("on %s", (day, version) => {
    expect(versionInForce([second, first], day)?.version ?? null).toBe(version)
  })

  it("supersede only later than the ones before", () => {
    expect(effectiveRefusal([first], "2026-03-01")).toBe("agreement_effective_invalid")
    expect(effectiveRefusal([first], "2026-03-02")).toBeNull()
    expect(effectiveRefusal([], "tomorrow")).toBe("agreement_effective_invalid")
  })

  function span(startsOn: string, endsOn: string) {
    return { startsOn, endsOn }
  }
})

describe("floorFor", () => {
  it("takes the grade's own floor before the one for all", () => {
    const floors = [
      { grade: null, fenPerKg: 300 },
      { grade: "一级", fenPerKg: 460 },
    ]
    expect(floorFor(floors, "一级")).toBe(460)
    expect(floorFor(floors, "次果")).toBe(300)
    expect(floorFor([], "一级")).toBeNull()
  })
})
