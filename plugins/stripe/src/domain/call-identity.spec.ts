import fc from "fast-check"

import { canonicalJson, chooseCall, type CallRecord } from "./call-identity"

const call = (over: Partial<CallRecord> = {}): CallRecord => ({
  id: "pcall_1",
  requestHash: "hash",
  status: "open",
  reference: "ref_1",
  ...over,
})
const wanted = { reference: "ref_1", requestHash: "hash" }
const allAlive = () => true

describe("chooseCall", () => {
  it("takes a new key for a new intent", () => {
    expect(chooseCall([], wanted, allAlive)).toEqual({ choice: "fresh", suffix: "" })
  })

  it.each(["open", "succeeded"] as const)("repeats its own %s call", (status) => {
    expect(chooseCall([call({ status })], wanted, allAlive)).toEqual({
      choice: "adopt",
      id: "pcall_1",
    })
  })

  it("refuses another request under the same reference", () => {
    expect(chooseCall([call({ requestHash: "other" })], wanted, allAlive)).toEqual({
      choice: "refuse",
      reason: "provider_call_differs",
    })
  })

  it("takes another key after a refusal, which Stripe would replay", () => {
    const refused = call({ status: "refused" })
    expect(chooseCall([refused], wanted, allAlive)).toEqual({ choice: "fresh", suffix: ":2" })
    expect(chooseCall([refused, call({ status: "refused" })], wanted, allAlive)).toEqual({
      choice: "fresh",
      suffix: ":3",
    })
  })

  it.each(["open", "succeeded"] as const)(
    "adopts a %s call whose refund Medusa has thrown away",
    (status) => {
      const orphan = call({ status, reference: "ref_gone" })
      expect(chooseCall([orphan], wanted, () => false)).toEqual({ choice: "adopt", id: "pcall_1" })
    },
  )

  it("leaves another refund of the same amount alone while it lives", () => {
    expect(chooseCall([call({ reference: "ref_2" })], wanted, allAlive)).toEqual({
      choice: "fresh",
      suffix: "",
    })
  })

  it("adopts neither a refused call nor another amount", () => {
    const calls = [
      call({ reference: "ref_2", status: "refused" }),
      call({ reference: "ref_3", requestHash: "other" }),
    ]
    expect(chooseCall(calls, wanted, () => false)).toMatchObject({ choice: "fresh" })
  })

  it("repeats one key for one intent, however often it is retried", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 20 }), (retries) => {
        // Each retry comes under a new name, and Medusa has dropped the name before.
        let calls: CallRecord[] = []
        for (let retry = 0; retry < retries; retry += 1) {
          const reference = `ref_${retry}`
          const chosen = chooseCall(
            calls,
            { reference, requestHash: "hash" },
            (name) => name === reference,
          )
          calls =
            chosen.choice === "adopt"
              ? calls.map((one) => (one.id === chosen.id ? { ...one, reference } : one))
              : [...calls, call({ id: `pcall_${retry}`, reference })]
        }
        expect(calls).toHaveLength(1)
      }),
    )
  })
})

describe("canonicalJson", () => {
  it("doesn't depend on the order of keys, nor on undefined ones", () => {
    expect(canonicalJson({ b: 1, a: { d: [1, { f: 1, e: 2 }], c: undefined } })).toBe(
      '{"a":{"d":[1,{"e":2,"f":1}]},"b":1}',
    )
    expect(canonicalJson([undefined])).toBe("[null]")
  })

  it("is JSON of the same value", () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(JSON.parse(canonicalJson(value))).toEqual(JSON.parse(JSON.stringify(value)))
      }),
    )
  })
})
