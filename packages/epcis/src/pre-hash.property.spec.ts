import fc from "fast-check"

import { eventHash } from "./event-hash.ts"
import type { Json, JsonObject } from "./json.ts"
import { preHash } from "./pre-hash.ts"

const context = { ex: "https://ns.example.com/epcis/" }
const word = fc.stringMatching(/^[a-zA-Z0-9]{1,12}$/)
const leaf = fc.oneof(word, fc.integer(), fc.boolean())
const extension = fc.letrec<{ value: Json }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 3 },
    leaf,
    fc.array(leaf, { maxLength: 3 }),
    fc.dictionary(
      word.map((key) => `ex:${key}`),
      tie("value"),
      { maxKeys: 3 },
    ),
  ),
})).value
const sgtin = fc
  .tuple(fc.integer({ min: 0, max: 999_999 }), word)
  .map(([item, serial]) => `urn:epc:id:sgtin:0952123.${String(item).padStart(6, "0")}.${serial}`)

const event: fc.Arbitrary<JsonObject> = fc.record({
  type: fc.constant("ObjectEvent"),
  eventTime: fc.constant("2026-11-01T08:00:00+08:00"),
  eventTimeZoneOffset: fc.constant("+08:00"),
  epcList: fc.array(sgtin, { minLength: 1, maxLength: 5 }),
  action: fc.constantFrom("ADD", "OBSERVE"),
  bizStep: fc.constantFrom("shipping", "commissioning"),
  readPoint: fc.record({ id: fc.constant("geo:27.4,101.5"), "ex:note": word }),
  sourceList: fc.array(fc.record({ type: fc.constant("owning_party"), source: word })),
  ilmd: fc.dictionary(
    word.map((key) => `ex:${key}`),
    extension,
    { maxKeys: 3 },
  ),
  "ex:own": extension,
})

/** The same value with every object's keys and every list's items the other way round. */
function reversed(value: Json): Json {
  if (Array.isArray(value)) return value.map(reversed).reverse()
  if (typeof value !== "object" || value === null) return value
  return Object.fromEntries(
    Object.entries(value)
      .map(([key, inner]) => [key, reversed(inner)] as const)
      .reverse(),
  )
}

describe("event hash", () => {
  it("does not see the order of keys and list items", () => {
    fc.assert(
      fc.property(event, (one) => {
        expect(preHash(reversed(one) as JsonObject, context)).toBe(preHash(one, context))
      }),
    )
  })

  it("does not see whitespace around values, nor who recorded the event and when", () => {
    fc.assert(
      fc.property(event, word, (one, id) => {
        const padded = { ...one, bizStep: ` ${String(one["bizStep"] as string)}\n` }
        const stamped = { ...padded, eventID: `urn:uuid:${id}`, recordTime: "2026-11-02T00:00:00Z" }
        expect(eventHash(stamped, context)).toBe(eventHash(one, context))
      }),
    )
  })

  it("sees a changed, an added and a removed value", () => {
    fc.assert(
      fc.property(event, word, (one, other) => {
        const changed = { ...one, "ex:own": `x${other}x` }
        const added = { ...one, "ex:added": other }
        const { action: _action, ...removed } = one
        const hashes = [one, added, removed].map((each) => eventHash(each, context))
        fc.pre(JSON.stringify(changed["ex:own"]) !== JSON.stringify(one["ex:own"]))
        expect(new Set([...hashes, eventHash(changed, context)]).size).toBe(4)
      }),
    )
  })

  it("does not see the prefix that a namespace is given, nor how the context is written", () => {
    const base = { type: "ObjectEvent", eventTime: "2026-11-01T00:00:00Z" }
    const hash = eventHash({ ...base, "a:f": "1" }, [{ a: "https://ns.example.com/" }])
    expect(eventHash({ ...base, "b:f": 1 }, { b: "https://ns.example.com/" })).toBe(hash)
    expect(
      eventHash({ "@context": { b: { "@id": "https://ns.example.com/" } }, ...base, "b:f": "1.0" }),
    ).toBe(hash)
    expect(eventHash({ ...base, "https://ns.example.com/f": "1" })).toBe(hash)
  })

  it("takes bare words, URNs, compact and full URIs for one", () => {
    const base = { type: "ObjectEvent", eventTime: "2026-11-01T00:00:00Z" }
    const steps = [
      "shipping",
      "urn:epcglobal:cbv:bizstep:shipping",
      "cbv:BizStep-shipping",
      "https://ref.gs1.org/cbv/BizStep-shipping",
    ]
    const hashes = new Set(steps.map((bizStep) => preHash({ ...base, bizStep })))
    expect([...hashes]).toEqual([
      "eventType=ObjectEventeventTime=2026-11-01T00:00:00.000ZbizStep=https://ref.gs1.org/cbv/BizStep-shipping",
    ])
  })
})
