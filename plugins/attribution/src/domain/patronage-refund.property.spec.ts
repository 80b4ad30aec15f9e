import fc from "fast-check"

import {
  distributableFen,
  LEAST_BY_VOLUME,
  patronageRefund,
  patronageRefusal,
  type PatronageYear,
} from "./patronage-refund"

const fen = fc.integer({ min: 0, max: 100_000_000 })
const member = fc.record({
  householdId: fc.uuid(),
  volumeFen: fen,
  contributionFen: fen,
  reserveShareFen: fen,
  grantShareFen: fen,
})
const year: fc.Arbitrary<PatronageYear> = fc
  .record({
    distributable: fc.integer({ min: 1, max: 1_000_000_000 }),
    lossesFen: fen,
    reservesFen: fen,
    byVolumeBasisPoints: fc.integer({ min: LEAST_BY_VOLUME, max: 10_000 }),
    members: fc
      .uniqueArray(member, { selector: ({ householdId }) => householdId, minLength: 1 })
      .filter((members) => members.some(({ volumeFen }) => volumeFen > 0)),
  })
  .map(({ distributable, ...rest }) => ({
    ...rest,
    surplusFen: distributable + rest.lossesFen + rest.reservesFen,
  }))

const sum = (amounts: number[]) => amounts.reduce((a, b) => a + b, 0)

describe("patronageRefund", () => {
  it("conserves: the members' refunds sum to the distributable surplus", () => {
    fc.assert(
      fc.property(year, (y) => {
        const refunds = patronageRefund(y)
        const all = refunds.map(({ byVolumeFen, byAccountFen }) => byVolumeFen + byAccountFen)
        expect(sum(all)).toBe(distributableFen(y))
      }),
    )
  })

  it("returns at least 60 % by volume, as the law asks", () => {
    fc.assert(
      fc.property(year, (y) => {
        const byVolume = sum(patronageRefund(y).map(({ byVolumeFen }) => byVolumeFen))
        expect(byVolume * 10_000).toBeGreaterThanOrEqual(distributableFen(y) * LEAST_BY_VOLUME)
      }),
    )
  })

  it("gives each member its part of the volume, exact to one fen", () => {
    fc.assert(
      fc.property(year, (y) => {
        const refunds = patronageRefund(y)
        const pool = BigInt(sum(refunds.map(({ byVolumeFen }) => byVolumeFen)))
        const total = y.members.reduce((t, { volumeFen }) => t + BigInt(volumeFen), 0n)
        y.members.forEach(({ volumeFen }, i) => {
          const error = BigInt(refunds[i]!.byVolumeFen) * total - pool * BigInt(volumeFen)
          expect(error < total && error > -total).toBe(true)
        })
      }),
    )
  })

  it("gives nothing to a member who sold nothing and owns nothing", () => {
    fc.assert(
      fc.property(year, (y) => {
        const idle = { volumeFen: 0, contributionFen: 0, reserveShareFen: 0, grantShareFen: 0 }
        const members = [...y.members, { householdId: "~idle", ...idle }]
        const last = patronageRefund({ ...y, members }).at(-1)
        expect(last).toEqual({ householdId: "~idle", byVolumeFen: 0, byAccountFen: 0 })
      }),
    )
  })

  it("ignores the order of the members", () => {
    fc.assert(
      fc.property(year, (y) => {
        const there = patronageRefund(y)
        const back = patronageRefund({ ...y, members: [...y.members].reverse() })
        expect(back.reverse()).toEqual(there)
      }),
    )
  })
})

describe("patronageRefusal", () => {
  const fair: PatronageYear = {
    surplusFen: 100_000,
    lossesFen: 0,
    reservesFen: 20_000,
    byVolumeBasisPoints: 6_000,
    members: [
      {
        householdId: "hh_1",
        volumeFen: 500_000,
        contributionFen: 0,
        reserveShareFen: 0,
        grantShareFen: 0,
      },
    ],
  }

  it.each([
    [{ surplusFen: 1.5 }, "patronage_amount_invalid"],
    [{ lossesFen: -1 }, "patronage_amount_invalid"],
    [{ byVolumeBasisPoints: 5_999 }, "patronage_ratio_too_low"],
    [{ byVolumeBasisPoints: 10_001 }, "patronage_ratio_too_low"],
    [{ reservesFen: 100_000 }, "patronage_surplus_missing"],
    [{ members: [{ ...fair.members[0]!, volumeFen: 0 }] }, "patronage_volume_missing"],
    [{ members: [fair.members[0]!, fair.members[0]!] }, "patronage_member_repeated"],
    [{}, null],
  ])("answers %j with %s", (change, refusal) => {
    expect(patronageRefusal({ ...fair, ...change })).toBe(refusal)
  })

  it("distributes the whole by volume where no account holds anything", () => {
    expect(patronageRefund(fair)).toEqual([
      { householdId: "hh_1", byVolumeFen: 80_000, byAccountFen: 0 },
    ])
  })
})
