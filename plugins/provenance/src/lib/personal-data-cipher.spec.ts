import { createHmac, hkdfSync } from "node:crypto"

import { personalDataCipher } from "./personal-data-cipher"

const KEY = Buffer.alloc(32, 7).toString("base64")
const cipher = personalDataCipher(KEY)

describe("personalDataCipher", () => {
  it("opens what it sealed", () => {
    expect(cipher.open(cipher.seal("阿木日哈", "hh_1/head_name"), "hh_1/head_name")).toBe(
      "阿木日哈",
    )
  })

  it("seals the same text differently every time, and shows nothing of it", () => {
    const sealed = cipher.seal("阿木日哈", "hh_1/head_name")
    expect(cipher.seal("阿木日哈", "hh_1/head_name")).not.toBe(sealed)
    expect(sealed).not.toContain(Buffer.from("阿木日哈").toString("base64url"))
  })

  it("does not open at another place, with another key, or after a change", () => {
    const sealed = cipher.seal("阿木日哈", "hh_1/head_name")
    const other = personalDataCipher(Buffer.alloc(32, 8).toString("base64"))
    const changed = sealed.slice(0, -2) + (sealed.endsWith("A") ? "BB" : "AA")
    expect(() => cipher.open(sealed, "hh_2/head_name")).toThrow(/authenticate/)
    expect(() => other.open(sealed, "hh_1/head_name")).toThrow(/authenticate/)
    expect(() => cipher.open(changed, "hh_1/head_name")).toThrow(/authenticate/)
    expect(() => cipher.open("v0.a.b.c", "hh_1/head_name")).toThrow(/unknown way/)
  })

  it("digests the same text the same way, with its own key only", () => {
    const other = personalDataCipher(Buffer.alloc(32, 8).toString("base64"))
    expect(cipher.digest("YY-1")).toBe(cipher.digest("YY-1"))
    expect(cipher.digest("YY-1")).not.toBe(cipher.digest("YY-2"))
    expect(cipher.digest("YY-1")).not.toBe(other.digest("YY-1"))
  })

  it("opens what the previous key sealed, by the id of the key or by trying", () => {
    const before = personalDataCipher(Buffer.alloc(32, 8).toString("base64"))
    const after = personalDataCipher(
      Buffer.alloc(32, 7).toString("base64"),
      Buffer.alloc(32, 8).toString("base64"),
    )
    const sealed = before.seal("阿木日哈", "hh_1/head_name")
    expect(after.open(sealed, "hh_1/head_name", before.keyId)).toBe("阿木日哈")
    expect(after.open(sealed, "hh_1/head_name")).toBe("阿木日哈")
    expect(() => after.open(sealed, "hh_1/head_name", after.keyId)).toThrow(/authenticate/)
    expect(after.previousDigest("YY-1")).toBe(before.digest("YY-1"))
    expect(before.previousDigest("YY-1")).toBeNull()
  })

  it("names the key that is missing", () => {
    const sealed = cipher.seal("阿木日哈", "hh_1/head_name")
    expect(() => cipher.open(sealed, "hh_1/head_name", "0123456789ab")).toThrow(
      expect.objectContaining({ code: "registry_key_unknown" }) as Error,
    )
  })

  it("digests as HMAC-SHA-256 does", () => {
    const key = Buffer.from(
      hkdfSync("sha256", Buffer.alloc(32, 7), "", "household registry key digest", 32),
    )
    for (const text of ["", "YY-1", "户编号".repeat(50)]) {
      const expected = createHmac("sha256", key).update(text).digest("base64url")
      expect(cipher.digest(text)).toBe(expected)
    }
  })

  it("never seals twice with one nonce", () => {
    const nonceOf = () => cipher.seal("阿木日哈", "hh_1/head_name").split(".")[1]
    expect(new Set(Array.from({ length: 10_000 }, nonceOf)).size).toBe(10_000)
  })

  it.each([undefined, "", "c2hvcnQ="])("refuses the key %j", (key) => {
    expect(() => personalDataCipher(key)).toThrow(
      expect.objectContaining({ code: "registry_key_invalid" }) as Error,
    )
  })
})
