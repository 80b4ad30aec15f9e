import fc from "fast-check"

import {
  closingRefusal,
  isShutOn,
  mayKeepStations,
  monthlySubsidy,
  openingRefusal,
  stationKindOf,
  stationPlaces,
} from "./station-desk"

const world = {
  own: "513423",
  ownVillages: new Set(["513423102201", "513423102202"]),
  today: "2026-11-22",
}
const opening = {
  division: "513423102",
  villages: ["513423102201"],
  openedOn: "2026-03-15",
  closedOn: null,
  subsidyYear: null,
}

describe("openingRefusal", () => {
  it("lets a county open a station in a township of its own", () => {
    expect(openingRefusal(opening, world)).toBeNull()
    expect(openingRefusal({ ...opening, subsidyYear: 2026 }, world)).toBeNull()
  })

  it.each([
    [{}, { own: "5134" }, "stations_not_kept_here"],
    [{}, { own: "513423102201" }, "stations_not_kept_here"],
    [{ division: "513402101" }, {}, "station_division_outside"],
    [{ division: "513423999" }, {}, "station_division_outside"],
    [{ division: "513423" }, { own: "513423102" }, "station_division_outside"],
    [{ villages: [] }, {}, "station_village_missing"],
    [{ villages: ["513402101201"] }, {}, "station_village_outside"],
    [{ openedOn: "2026-11-23" }, {}, "station_opens_ahead"],
    [{ closedOn: "2026-03-15" }, {}, "station_closed_before_open"],
    [{ subsidyYear: 2025 }, {}, "subsidy_outside_opening"],
  ])("refuses %o in %o with %s", (change, place, refusal) => {
    expect(openingRefusal({ ...opening, ...change }, { ...world, ...place })).toBe(refusal)
  })

  it("never lets an official of another division open one", () => {
    const county = fc.integer({ min: 100000, max: 999999 }).map(String)
    fc.assert(
      fc.property(county, (own) => {
        fc.pre(own !== "513423")
        expect(openingRefusal(opening, { ...world, own })).toBe("station_division_outside")
      }),
    )
  })
})

describe("stationPlaces", () => {
  const village = fc.constantFrom("513423102201", "513423102202", "513423103201", "513402101201")
  const own = fc.constantFrom("513423", "513423102")

  it("names the division, then each township before its villages", () => {
    expect(stationPlaces("513423", ["513423102201", "513423102202", "513423103201"])).toEqual([
      ...["513423", "513423102", "513423102201", "513423102202", "513423103", "513423103201"],
    ])
    expect(stationPlaces("513423102", ["513423102201"])).toEqual(["513423102", "513423102201"])
    expect(stationPlaces("513423", [])).toEqual([])
  })

  it("names a place just where a station may be opened, each once", () => {
    fc.assert(
      fc.property(own, fc.uniqueArray(village, { minLength: 1 }), village, (at, villages, one) => {
        const places = stationPlaces(at, villages)
        expect(new Set(places).size).toBe(places.length)
        for (const division of [one, one.slice(0, 9), one.slice(0, 6), one.slice(0, 4)]) {
          const there = { ...world, own: at, ownVillages: new Set(villages) }
          const refusal = openingRefusal({ ...opening, division, villages }, there)
          expect(refusal === "station_division_outside").toBe(!places.includes(division))
        }
      }),
    )
  })
})

describe("closingRefusal", () => {
  it("lets a station close once, after it opened", () => {
    expect(closingRefusal(opening, "2026-03-16")).toBeNull()
    expect(closingRefusal(opening, "2026-03-15")).toBe("station_closed_before_open")
    expect(closingRefusal({ ...opening, closedOn: "2026-05-01" }, "2026-06-01")).toBe(
      "station_closed_already",
    )
  })

  it("shuts it from that day on", () => {
    const closed = { closedOn: "2026-05-01" }
    expect(["2026-04-30", "2026-05-01"].map((day) => isShutOn(closed, day))).toEqual([false, true])
    expect(isShutOn({ closedOn: null }, "2026-05-01")).toBe(false)
  })
})

describe("stationKindOf, mayKeepStations", () => {
  it.each([
    ["51", null, false],
    ["5134", null, false],
    ["513423", "county", true],
    ["513423102", "township", true],
    ["513423102201", "village", false],
    ["x", null, false],
  ])("says of %s: %s, %s", (code, kind, keeps) => {
    expect([stationKindOf(code), mayKeepStations(code)]).toEqual([kind, keeps])
  })
})

describe("monthlySubsidy", () => {
  const day = fc
    .tuple(fc.integer({ min: 2024, max: 2027 }), fc.integer({ min: 1, max: 12 }))
    .map(([year, month]) => `${year}-${String(month).padStart(2, "0")}-15`)

  it("sums to the fen, evenly, and only in months in which the station is open", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 100_000_000 }),
        day,
        fc.option(day),
        (fen, openedOn, closedOn) => {
          const parts = monthlySubsidy(fen, 2026, { openedOn, closedOn })
          fc.pre(parts.length > 0)
          const amounts = parts.map(({ amountFen }) => amountFen)
          expect(amounts.reduce((a, b) => a + b)).toBe(fen)
          expect(Math.max(...amounts) - Math.min(...amounts)).toBeLessThanOrEqual(1)
          for (const { month } of parts) {
            expect(month >= openedOn.slice(0, 7)).toBe(true)
            expect(closedOn === null || month <= closedOn.slice(0, 7)).toBe(true)
          }
        },
      ),
    )
  })

  it("takes back what a month was granted in which the station is open no longer", () => {
    const months = fc.uniqueArray(fc.integer({ min: 1, max: 12 }), { maxLength: 12 })
    fc.assert(
      fc.property(fc.nat(100_000_000), day, fc.option(day), months, (fen, from, closedOn, had) => {
        const granted = had.map((month) => `2026-${String(month).padStart(2, "0")}`)
        const parts = monthlySubsidy(fen, 2026, { openedOn: from, closedOn }, granted)
        fc.pre(parts.length > 0)
        const said = new Map(parts.map(({ month, amountFen }) => [month, amountFen]))
        expect(said.size).toBe(parts.length)
        expect([...said.values()].reduce((a, b) => a + b)).toBe(fen)
        expect(granted.every((month) => said.has(month))).toBe(true)
      }),
    )
    const closed = { openedOn: "2026-01-01", closedOn: "2026-03-01" }
    expect(monthlySubsidy(100, 2026, closed, ["2026-02", "2026-03"])).toEqual([
      { month: "2026-01", amountFen: 50 },
      { month: "2026-02", amountFen: 50 },
      { month: "2026-03", amountFen: 0 },
    ])
    expect(monthlySubsidy(100, 2027, closed, ["2027-01"])).toEqual([])
  })

  it("leaves out a month that begins with the closing", () => {
    const closed = { openedOn: "2026-01-01", closedOn: "2026-03-01" }
    expect(monthlySubsidy(101, 2026, closed)).toEqual([
      { month: "2026-01", amountFen: 51 },
      { month: "2026-02", amountFen: 50 },
    ])
    expect(monthlySubsidy(100, 2027, closed)).toEqual([])
  })
})
