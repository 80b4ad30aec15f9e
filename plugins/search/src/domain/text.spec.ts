import { chinese } from "../lib/chinese"
import { bigrams, indexTokens, normalizeText, queryParts, splitRuns } from "./text"

describe("splitRuns", () => {
  it("separates Chinese from everything else", () => {
    expect(splitRuns("盐源苹果 5斤装, Fuji!")).toEqual([
      { kind: "han", text: "盐源苹果" },
      { kind: "word", text: "5" },
      { kind: "han", text: "斤装" },
      { kind: "word", text: "fuji" },
    ])
  })

  it("keeps words of other scripts whole", () => {
    expect(splitRuns("ئالما ꀊꇐ")).toEqual([
      { kind: "word", text: "ئالما" },
      { kind: "word", text: "ꀊꇐ" },
    ])
  })
})

describe("normalizeText", () => {
  it("folds case and width", () => {
    expect(normalizeText("ＦＵＪＩ　Fuji")).toBe("fuji fuji")
  })
})

describe("bigrams", () => {
  it("pairs neighbours", () => {
    expect(bigrams("盐源苹")).toEqual(["盐源", "源苹"])
    expect(bigrams("果")).toEqual([])
  })
})

describe("indexTokens", () => {
  it("files Chinese by words, pairs and characters", () => {
    expect(indexTokens("岩鹰鸡", chinese()).sort()).toEqual(
      ["岩", "岩鹰", "岩鹰鸡", "鸡", "鹰", "鹰鸡"].sort(),
    )
  })
})

describe("queryParts", () => {
  it("cuts Chinese into words and leaves the rest", () => {
    expect(queryParts("盐源苹果 juice", chinese())).toEqual([
      { kind: "han", text: "盐源苹果", words: ["盐源", "苹果"] },
      { kind: "word", text: "juice" },
    ])
  })

  it("reads no more than a person would type", () => {
    expect(queryParts("a ".repeat(50), chinese())).toHaveLength(16)
  })

  it("finds nothing to ask in punctuation", () => {
    expect(queryParts("！？ …", chinese())).toEqual([])
  })
})
