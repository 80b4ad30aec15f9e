import { createHash } from "node:crypto"

/**
 * Merkle trees as in RFC 6962 §2.1: leaves and nodes are hashed with different first bytes, so that
 * no node can pose as a leaf. Hashes are lower-case hex.
 */

const LEAF = Buffer.from([0])
const NODE = Buffer.from([1])

export type InclusionProof = {
  /** The leaf's place, from 0. */
  index: number
  size: number
  /** The hashes beside the way from the leaf to the root. */
  path: string[]
}

export type MerkleTree = {
  root: string
  size: number
  /** @throws RangeError for a place beyond the leaves. */
  proofOf(index: number): InclusionProof
}

const hash = (...parts: Uint8Array[]): Buffer => {
  const digest = createHash("sha256")
  for (const part of parts) digest.update(part)
  return digest.digest()
}
const leafHash = (leaf: string) => hash(LEAF, Buffer.from(leaf, "hex"))
const nodeHash = (left: Uint8Array, right: Uint8Array) => hash(NODE, left, right)

/** The tree over `leaves` (hex), in their order. The root of no leaves is SHA-256 of nothing. */
export function merkleTree(leaves: readonly string[]): MerkleTree {
  const levels = [leaves.map(leafHash)]
  for (let level = levels[0]!; level.length > 1;) {
    level = levelAbove(level)
    levels.push(level)
  }
  const root = (levels.at(-1)?.[0] ?? hash()).toString("hex")
  const proofOf = (index: number) => {
    if (!Number.isInteger(index) || index < 0 || index >= leaves.length) {
      throw new RangeError(`proofOf: there is no leaf ${index} among ${leaves.length}`)
    }
    return { index, size: leaves.length, path: pathFrom(levels, index) }
  }
  return { root, size: leaves.length, proofOf }
}

/** A node without a neighbour moves up as it is, which gives the split that the RFC describes. */
function levelAbove(level: readonly Buffer[]): Buffer[] {
  const above: Buffer[] = []
  for (let i = 0; i < level.length; i += 2) {
    const right = level[i + 1]
    above.push(right ? nodeHash(level[i]!, right) : level[i]!)
  }
  return above
}

function pathFrom(levels: readonly (readonly Buffer[])[], index: number): string[] {
  const path: string[] = []
  let at = index
  for (const level of levels) {
    const neighbour = level[at % 2 === 0 ? at + 1 : at - 1]
    if (level.length > 1 && neighbour) path.push(neighbour.toString("hex"))
    at = Math.floor(at / 2)
  }
  return path
}

/** The root that a proof leads to from `leaf`; `null` when its path does not fit its size. */
export function rootFrom(leaf: string, { index, size, path }: InclusionProof): string | null {
  if (index >= size) return null
  let at = index
  let last = size - 1
  let node = leafHash(leaf)
  for (const step of path) {
    if (last === 0) return null
    const beside = Buffer.from(step, "hex")
    if (at % 2 === 1 || at === last) {
      node = nodeHash(beside, node)
      while (at % 2 === 0 && at !== 0) {
        at = Math.floor(at / 2)
        last = Math.floor(last / 2)
      }
    } else {
      node = nodeHash(node, beside)
    }
    at = Math.floor(at / 2)
    last = Math.floor(last / 2)
  }
  return last === 0 ? node.toString("hex") : null
}
