import {
  ancestorsOf,
  childLength,
  everydayName,
  isWithin,
  levelOf,
  parentOf,
  unpadded,
  narrowestPlace,
} from "./divisions"

describe("levelOf", () => {
  it.each([
    ["51", "province"],
    ["5134", "prefecture"],
    ["513423", "county"],
    ["513423100", "township"],
    ["513423100201", "village"],
  ])("says that %s is a %s", (code, level) => {
    expect(levelOf(code)).toBe(level)
  })

  it.each(["", "5", "51342", "51a4", "5134231002011", " 51"])("knows no level of %j", (code) => {
    expect(levelOf(code)).toBeNull()
  })
})

describe("ancestorsOf", () => {
  it("goes up from the parent to the province", () => {
    expect(ancestorsOf("513423100201")).toEqual(["513423100", "513423", "5134", "51"])
    expect(ancestorsOf("51")).toEqual([])
  })
})

describe("parentOf", () => {
  it("is the next division up", () => {
    expect(parentOf("513423")).toBe("5134")
    expect(parentOf("51")).toBeNull()
  })
})

describe("isWithin", () => {
  it("holds for the division itself and for its subtree, and for nothing else", () => {
    expect(isWithin("513423", "513423")).toBe(true)
    expect(isWithin("513423100201", "5134")).toBe(true)
    expect(isWithin("5134", "513423")).toBe(false)
    expect(isWithin("513422100201", "513423")).toBe(false)
    expect(isWithin("513423", "")).toBe(false)
    expect(isWithin("513423", "513")).toBe(false)
  })
})

describe("childLength", () => {
  it("is the length of the next level down", () => {
    expect(["", "51", "5134", "513423", "513423100"].map(childLength)).toEqual([2, 4, 6, 9, 12])
    expect(childLength("513423100201")).toBeNull()
  })
})

describe("unpadded", () => {
  it.each([
    ["513400", "5134"],
    ["510000", "51"],
    ["513423", "513423"],
    ["5134", "5134"],
    ["513423100", "513423100"],
  ])("writes %s as %s", (padded, code) => {
    expect(unpadded(padded)).toBe(code)
  })
})

describe("everydayName", () => {
  it.each([
    ["胜利村村民委员会", "胜利村"],
    ["俄池格则村村民委员会", "俄池格则村"],
    ["兰城村委会", "兰城村"],
    ["阿瓦提艾日克村委员会", "阿瓦提艾日克村"],
    ["北门社区居民委员会", "北门社区"],
    ["北门社区居委会", "北门社区"],
    ["城关居民委员会", "城关社区"],
    ["春风社区", "春风社区"],
    ["林业队", "林业队"],
    ["村委会", "村委会"],
  ])("calls %s %s", (register, name) => {
    expect(everydayName(register)).toBe(name)
  })
})

describe("narrowestPlace", () => {
  it.each([
    [["513423102201", "513423102201"], "513423", "513423102", "513423102201"],
    [["513423102201", "513423102202"], "513423", "513423102", null],
    [["513423102201", "513423101201"], "513423", null, null],
    [["513423102201", "513423"], "513423", null, null],
    [["652901001001"], "652901", "652901001", "652901001001"],
    [["513423102201", "513402101201"], "513423", null, null],
    [[], "513423", null, null],
  ])("of %j", (codes, county_code, township_code, village_code) => {
    expect(narrowestPlace(codes, "513423")).toEqual({ county_code, township_code, village_code })
  })
})
