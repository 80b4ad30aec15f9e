import { buildDocument, buildEvent, declareError, kilograms, lotClass } from "./build.ts"
import { eventHash } from "./event-hash.ts"
import { chainHash, genesisHash } from "./hash-chain.ts"
import type { JsonObject } from "./json.ts"
import { merkleTree } from "./merkle-tree.ts"
import { createSchemaCheck } from "./schema.ts"
import { createSigningKey, readPrivateKey, signHash } from "./signature.ts"
import { type LotProofs, type ProvenEvent, verifyLot } from "./verify-lot.ts"
import { findingLines } from "./verify-words.ts"
import { CONTEXT } from "./build.ts"
import schema from "../schema/EPCIS-JSON-Schema.json"

const lot = "lot_1"
const day = "2026-11-01"
const harvest = lotClass("99521234000010", "A")
const bulk = lotClass("99521234000027", "A")
const pack = lotClass("09521234000013", "A")
const at = (minute: number) => `${day}T01:${String(minute).padStart(2, "0")}:00.000Z`

const events: JsonObject[] = [
  buildEvent("TransformationEvent", at(1), {
    inputQuantityList: [kilograms(harvest, 200_001)],
    outputQuantityList: [kilograms(bulk, 200_000)],
    bizStep: "commissioning",
    ilmd: { "shangxing:grade": "一级" },
  }),
  buildEvent("AggregationEvent", at(2), {
    parentID: "https://id.gs1.org/00/095212340000000012",
    childQuantityList: [{ epcClass: pack, quantity: 20 }],
    action: "ADD",
    bizStep: "packing",
    "shangxing:unitGrams": 2500,
  }),
  sold(3, 2),
  sold(4, 1),
]

function sold(minute: number, quantity: number): JsonObject {
  return buildEvent("ObjectEvent", at(minute), {
    quantityList: [{ epcClass: pack, quantity }],
    action: "OBSERVE",
    bizStep: "retail_selling",
    disposition: "retail_sold",
  })
}

const key = createSigningKey()

function proofsOf(chain: readonly JsonObject[]): LotProofs {
  const signer = readPrivateKey(key.privateKey)
  let previous = genesisHash(lot)
  const rows = chain.map((event, i) => {
    const link = {
      lotId: lot,
      sequence: i + 1,
      text: JSON.stringify(event),
      eventHash: eventHash(event, CONTEXT),
      previousHash: previous,
      recordedAt: at(i),
      keyId: key.keyId,
    }
    previous = chainHash(link)
    return { link, hash: previous }
  })
  const tree = merkleTree(rows.map(({ hash }) => hash))
  return {
    lot_id: lot,
    event_count: chain.length,
    head_hash: previous,
    events: rows.map(({ link, hash }, i) => ({
      id: `tev_${i}`,
      sequence: link.sequence,
      kind: "seal",
      event: link.text,
      event_hash: link.eventHash,
      previous_hash: link.previousHash,
      chain_hash: hash,
      signature: signHash(hash, signer),
      key_id: link.keyId,
      recorded_at: link.recordedAt,
      day,
      proof: tree.proofOf(i),
    })),
    keys: [{ key_id: key.keyId, seller_id: "sel_1", gln: "", public_key: key.publicKey }],
    roots: [
      {
        date: day,
        root: tree.root,
        event_count: chain.length,
        previous_root: null,
        is_closed: true,
      },
    ],
  }
}

/** The checks that fail, each with what is wrong; the document tells what the rows tell. */
function failing(proofs: LotProofs, told?: JsonObject[]) {
  const document = told ?? proofs.events.map(({ event }) => readOrEmpty(event))
  return verifyLot({ proofs, document, roots: proofs.roots })
    .filter(({ holds }) => !holds)
    .map(({ check, problems }) => [check, ...new Set(problems.map(({ code }) => code))])
}

function readOrEmpty(text: string): JsonObject {
  return text === "{" ? {} : (JSON.parse(text) as JsonObject)
}

const changed = (i: number, change: Partial<ProvenEvent>): LotProofs => {
  const proofs = proofsOf(events)
  return { ...proofs, events: proofs.events.with(i, { ...proofs.events[i]!, ...change }) }
}

describe("verifyLot", () => {
  it("finds nothing wrong with a lot as it was written", () => {
    expect(failing(proofsOf(events))).toEqual([])
    expect(failing(proofsOf([]))).toEqual([])
  })

  it("finds a changed event, even where the CBV hash does not look", () => {
    const text = JSON.stringify(events[2]).replace('"quantity":2', '"quantity":1')
    expect(failing(changed(2, { event: text }))).toEqual([
      ["hashes", "event_hash_differs"],
      ["chain", "chain_hash_differs"],
    ])
    const declared = JSON.stringify(
      declareError(events[2]!, { at: at(9), reason: "did_not_occur", correctiveEventIds: [] }),
    )
    expect(failing(changed(2, { event: declared }))).toEqual([["chain", "chain_hash_differs"]])
    expect(failing(changed(2, { event: "{" }))[1]).toEqual(["hashes", "event_unreadable"])
  })

  it("finds a removed and a moved event", () => {
    const whole = proofsOf(events)
    const [a, b, c, d] = whole.events as [ProvenEvent, ProvenEvent, ProvenEvent, ProvenEvent]
    const checks = (rows: ProvenEvent[]) =>
      failing({ ...whole, events: rows }).map(([check]) => check)
    expect(checks([a, b, d])).toEqual(["chain"])
    expect(checks([a, b, c])).toEqual(["chain"])
    expect(checks([a, c, b, d])).toEqual(["chain"])
  })

  it("finds a foreign signature, a foreign key and a foreign root", () => {
    const whole = proofsOf(events)
    const other = createSigningKey()
    const forged = signHash(whole.events[0]!.chain_hash, readPrivateKey(other.privateKey))
    expect(failing(changed(0, { signature: forged }))).toEqual([
      ["signatures", "signature_invalid"],
    ])
    const keys = [{ ...whole.keys[0]!, public_key: other.publicKey }]
    expect(failing({ ...whole, keys })).toEqual([
      ["keys", "key_differs"],
      ["signatures", "signature_invalid"],
    ])
    const roots = [{ ...whole.roots[0]!, root: genesisHash("x") }]
    expect(failing({ ...whole, roots })).toEqual([["inclusion", "not_in_root"]])
    expect(failing({ ...whole, roots: [] })).toEqual([["inclusion", "root_unknown"]])
    const open = { ...whole, roots: [{ ...whole.roots[0]!, is_closed: false }] }
    expect(failing(open)).toEqual([])
    const sources = { proofs: open, document: events, roots: open.roots }
    const late = verifyLot({ ...sources, closedBefore: "2026-11-02" })
    expect(late.flatMap(({ problems }) => problems)).toEqual([{ code: "root_late", detail: day }])
  })

  it("finds a document that tells other events than were signed", () => {
    const proofs = proofsOf(events)
    expect(failing(proofs, [sold(3, 3), ...events.slice(1)])).toEqual([
      ["document", "document_differs"],
    ])
    expect(failing(proofs, [...events, sold(5, 1)])).toEqual([["document", "document_differs"]])
  })

  it("counts what was sold against what was packed, without what was taken back", () => {
    const over = sold(5, 18)
    expect(failing(proofsOf([...events, over]))).toEqual([["mass", "mass_exceeded"]])
    const declaration = { at: at(6), reason: "did_not_occur" as const, correctiveEventIds: [] }
    expect(failing(proofsOf([...events, over, declareError(over, declaration)]))).toEqual([])
  })

  it("writes events that follow the EPCIS 2.0 schema", () => {
    const check = createSchemaCheck(schema)
    const declared = declareError(events[3]!, {
      at: at(9),
      reason: "did_not_occur",
      correctiveEventIds: [String(events[2]!["eventID"] as string)],
    })
    expect(check(buildDocument([...events, declared], at(30)))).toEqual([])
    expect(check(buildDocument([{ type: "ObjectEvent" }], at(30)))).not.toEqual([])
  })

  it("says each finding in words", () => {
    const [, hashes] = verifyLot({ proofs: changed(2, { event: "{}" }), document: [], roots: [] })
    expect(findingLines(hashes!, "en")).toEqual([
      "✗ Every event's CBV 2.0 hash, computed again, is the same",
      "    event 3: the event hash is not that of the event",
    ])
    expect(findingLines(hashes!, "zh")[1]).toBe("    事件 3: 事件哈希不符")
  })
})
