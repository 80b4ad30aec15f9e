import { createHash, generateKeyPairSync, type KeyObject, sign, verify } from "node:crypto"

import {
  buildEvent,
  chainHash,
  CONTEXT,
  createSigningKey,
  eventHash,
  genesisHash,
  type JsonObject,
  type LotProofs,
  lotClass,
  merkleTree,
  readPrivateKey,
  signHash,
  verifyLot,
} from "@shangxing/epcis"

import { type BenchTable, median } from "./bench-table.ts"

const EVENTS = 10_000
const ROUNDS = 5
const day = "2026-11-01"

type Times = Record<"chained" | "bareSign" | "verified" | "bareVerify", number[]>

/**
 * What trust costs: events hashed as CBV 2.0 says, chained and signed per second, and how long a lot
 * of 10 000 events takes to check, beside bare SHA-256 and Ed25519 over the same bytes. Turn by
 * turn, the median of five. No database.
 */
export async function bench(): Promise<BenchTable> {
  const events = Array.from({ length: EVENTS }, (_, i) => sale(i))
  const texts = events.map((event) => JSON.stringify(event))
  const bare = generateKeyPairSync("ed25519")
  const times: Times = { chained: [], bareSign: [], verified: [], bareVerify: [] }
  for (let round = 0; round < ROUNDS; round++) {
    const [proofs, chained] = timed(() => chain(events))
    const [signatures, bareSign] = timed(() => texts.map((text) => signBare(text, bare.privateKey)))
    const [findings, verified] = timed(() =>
      verifyLot({ proofs, document: events, roots: proofs.roots }),
    )
    const [isSigned, bareVerify] = timed(() =>
      texts.every((text, i) => verify(null, digest(text), bare.publicKey, signatures[i]!)),
    )
    if (!isSigned || !findings.every(({ holds }) => holds)) throw new Error("A check failed.")
    times.chained.push(chained)
    times.bareSign.push(bareSign)
    times.verified.push(verified)
    times.bareVerify.push(bareVerify)
    // Lets timers run between rounds: the loops above never wait.
    await new Promise((resolve) => setImmediate(resolve))
  }
  return {
    name: "trace",
    rows: [
      row("hash, chain and sign", times.chained, times.bareSign),
      row("SHA-256 and Ed25519 sign", times.bareSign, times.bareSign),
      row("verify the lot", times.verified, times.bareVerify),
      row("SHA-256 and Ed25519 verify", times.bareVerify, times.bareVerify),
    ],
    notes: [
      `${EVENTS} events of one lot, ${Math.round(texts.join("").length / EVENTS)} bytes each; median of ${ROUNDS}, turn by turn.`,
      "Verifying recomputes every event hash, link, signature, inclusion proof and the mass balance.",
      "× bare: how many times as long as SHA-256 and Ed25519 over the same bytes.",
    ],
  }
}

function sale(i: number): JsonObject {
  const at = new Date(Date.parse(`${day}T00:00:00Z`) + i * 1000).toISOString()
  return buildEvent("ObjectEvent", at, {
    quantityList: [{ epcClass: lotClass("09521234000013", "YY1018A"), quantity: 1 + (i % 3) }],
    action: "OBSERVE",
    bizStep: "inspecting",
    disposition: "in_progress",
    readPoint: { id: "https://shangxing.example/division/513423" },
    "shangxing:act": String(i).padStart(32, "0"),
  })
}

function chain(events: readonly JsonObject[]): LotProofs {
  const { keyId, publicKey, privateKey } = createSigningKey()
  const signer = readPrivateKey(privateKey)
  const lotId = "lot_bench"
  let previousHash = genesisHash(lotId)
  const rows = events.map((event, i) => {
    const link = {
      lotId,
      sequence: i + 1,
      text: JSON.stringify(event),
      eventHash: eventHash(event, CONTEXT),
      previousHash,
      recordedAt: `${day}T12:00:00.000Z`,
      keyId,
    }
    previousHash = chainHash(link)
    return { link, hash: previousHash, signature: signHash(previousHash, signer) }
  })
  const tree = merkleTree(rows.map(({ hash }) => hash))
  return {
    lot_id: lotId,
    event_count: rows.length,
    head_hash: previousHash,
    events: rows.map(({ link, hash, signature }, i) => ({
      id: `tev_${i}`,
      sequence: link.sequence,
      kind: "sale",
      event: link.text,
      event_hash: link.eventHash,
      previous_hash: link.previousHash,
      chain_hash: hash,
      signature,
      key_id: keyId,
      recorded_at: link.recordedAt,
      day,
      proof: tree.proofOf(i),
    })),
    keys: [{ key_id: keyId, seller_id: "sel_bench", gln: "", public_key: publicKey }],
    roots: [
      {
        date: day,
        root: tree.root,
        event_count: tree.size,
        previous_root: null,
        is_closed: true,
      },
    ],
  }
}

const digest = (text: string) => createHash("sha256").update(text).digest()
const signBare = (text: string, key: KeyObject) => sign(null, digest(text), key)

function timed<T>(work: () => T): [T, seconds: number] {
  const started = performance.now()
  const result = work()
  return [result, (performance.now() - started) / 1000]
}

function row(what: string, times: number[], bare: number[]) {
  const seconds = median(times)
  return {
    what,
    "events/s": Math.round(EVENTS / seconds),
    "10 000 events, s": Number(seconds.toFixed(3)),
    "× bare": Number((seconds / median(bare)).toFixed(2)),
  }
}
