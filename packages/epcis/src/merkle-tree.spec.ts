import fc from "fast-check"

import { sha256 } from "./event-hash.ts"
import { merkleTree, rootFrom } from "./merkle-tree.ts"

const leaves = fc.uniqueArray(fc.string().map(sha256), { minLength: 1, maxLength: 40 })

describe("Merkle tree", () => {
  it("proves every leaf, and no other", () => {
    fc.assert(
      fc.property(leaves, (all) => {
        const tree = merkleTree(all)
        for (const [i, leaf] of all.entries()) {
          const proof = tree.proofOf(i)
          expect(rootFrom(leaf, proof)).toBe(tree.root)
          expect(rootFrom(sha256("stranger"), proof)).not.toBe(tree.root)
        }
      }),
    )
  })

  it("has another root when a leaf changes, moves or goes", () => {
    fc.assert(
      fc.property(leaves, fc.nat(), (all, at) => {
        const { root } = merkleTree(all)
        const i = at % all.length
        expect(merkleTree(all.with(i, sha256("stranger"))).root).not.toBe(root)
        expect(merkleTree(all.toSpliced(i, 1)).root).not.toBe(root)
        fc.pre(all.length > 1)
        expect(merkleTree([...all.slice(1), all[0]!]).root).not.toBe(root)
      }),
    )
  })

  it("has the roots that RFC 6962 gives", () => {
    expect(merkleTree([]).root).toBe(sha256(""))
    expect(merkleTree([""]).root).toBe(sha256(Buffer.from([0])))
    // Three leaves: the first two under one node, the third beside it.
    const [a, b, c] = ["00", "10", "2021"]
    const leaf = (hex: string) => Buffer.from(sha256(Buffer.from(`00${hex}`, "hex")), "hex")
    const node = (l: Buffer, r: Buffer) =>
      Buffer.from(sha256(Buffer.concat([Buffer.from([1]), l, r])), "hex")
    const root = node(node(leaf(a!), leaf(b!)), leaf(c!)).toString("hex")
    expect(merkleTree([a!, b!, c!]).root).toBe(root)
  })

  it("refuses a place beyond the leaves", () => {
    expect(() => merkleTree([sha256("a")]).proofOf(1)).toThrow(RangeError)
    expect(rootFrom(sha256("a"), { index: 1, size: 1, path: [] })).toBeNull()
  })
})
