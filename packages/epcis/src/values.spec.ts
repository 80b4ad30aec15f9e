import fc from "fast-check"

import { compareCodePoints } from "./code-points.ts"
import { canonicalDigitalLink } from "./digital-link.ts"
import { parseJson } from "./json.ts"
import { canonicalNumber, canonicalTime } from "./values.ts"

describe("canonicalNumber", () => {
  it.each([
    ["1.0", "1"],
    ["0.3434000", "0.3434"],
    ["007", "7"],
    ["+5", "5"],
    ["-0.0", "0"],
    ["25e-4", "0.0025"],
    ["1.5E+3", "1500"],
    [".5", "0.5"],
    ["12345678901234567890", "12345678901234567890"],
    ["1e999999", "1e999999"],
    ["", ""],
    [".", "."],
    ["2026-11-01", "2026-11-01"],
  ])("%s → %s", (text, canonical) => {
    expect(canonicalNumber(text)).toBe(canonical)
  })

  it("keeps the value and has one form for it", () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (value) => {
        const plain = canonicalNumber(String(value))
        expect(Number(plain)).toBe(value === 0 ? 0 : value)
        expect(canonicalNumber(value.toExponential())).toBe(plain)
      }),
    )
  })
})

describe("canonicalTime", () => {
  it.each([
    ["2020-03-04T11:00:30+01:00", "2020-03-04T10:00:30.000Z"],
    ["2020-03-04T11:00:30.9996Z", "2020-03-04T11:00:31.000Z"],
    ["2020-03-04T11:00:30.1-06:30", "2020-03-04T17:30:30.100Z"],
    ["yesterday", "yesterday"],
  ])("%s → %s", (text, canonical) => {
    expect(canonicalTime(text)).toBe(canonical)
  })
})

describe("canonicalDigitalLink", () => {
  it.each([
    ["http://example.de/gtin-8/01/97803111", "01/00000097803111"],
    ["http://us-company-with-UPC.com/01/001122334455/ser/GHB", "01/00001122334455/21/GHB"],
    [
      "https://id.gs1.org/gtin/9780345418913/cpv/344/lot/1223/ser/765tz",
      "01/09780345418913/21/765tz",
    ],
    ["http://example.de/01/040123451234/cpv/344/lot/ABD", "01/00040123451234/10/ABD"],
    ["https://id.gs1.org/itip/123456789101100190/cpv/ABCD", "8006/123456789101100190"],
    ["https://example.co.uk/party/4226350800008", "417/4226350800008"],
    ["https://id.gs1.org/8010/0628165987/8011/9876", "8010/0628165987/8011/9876"],
    ["https://example.org/01/9780345418913/21/765tz?11=221109#top", "01/09780345418913/21/765tz"],
    ["urn:epc:id:gdti:987659999999..9", "253/98765999999929"],
    ["urn:epc:idpat:upui:4012345.012345.*", "01/04012345123456"],
  ])("%s → %s", (uri, path) => {
    expect(canonicalDigitalLink(uri)).toBe(`https://id.gs1.org/${path}`)
  })

  it.each([
    "http://example.org/123/4012345ABC987/456/4711",
    "http://id.gs1.org/99/9780345418913",
    "http://id.gs1.org/01/9780345418913/99/utfgf",
    "http://example.de/01/97803",
    "https://id.gs1.org/8006/04012345123456/22/ABCD/10/XYZ",
    "urn:epc:id:sgtin:4012345.11111.9876",
    "urn:epc:id:sgtin:4012345.*.*",
    "42",
    "Hello World!",
  ])("leaves %s alone", (uri) => {
    expect(canonicalDigitalLink(uri)).toBeNull()
  })
})

describe("compareCodePoints", () => {
  it("orders as the bytes of UTF-8 do", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), fc.string({ unit: "binary" }), (a, b) => {
        const bytes = Buffer.compare(Buffer.from(a), Buffer.from(b))
        expect(Math.sign(compareCodePoints(a, b))).toBe(bytes)
      }),
    )
  })
})

describe("parseJson", () => {
  it("keeps the digits of whole numbers that a double would round", () => {
    expect(parseJson('{"n":12345678901234567890,"m":1}')).toEqual({
      n: "12345678901234567890",
      m: 1,
    })
  })
})
