import fc from "fast-check"

import {
  incomeLineRefusal,
  type LineClaim,
  lineDivisionOf,
  mayKeepIncomeLines,
  type StandingLine,
} from "./income-line"

const today = "2026-11-22"
const claim: LineClaim = {
  division: "513423",
  year: 2025,
  kind: "监测线",
  documentDate: "2026-03-01",
  supersedes: null,
}
const known: StandingLine = { id: "inl_1", kind: "监测线", documentDate: "2026-02-01" }

describe("incomeLineRefusal", () => {
  it.each([
    [{}, [], null],
    [{ year: 2026 }, [], null],
    [{ division: "5134" }, [], "income_lines_not_kept_here"],
    [{ division: "513423102" }, [], "income_lines_not_kept_here"],
    [{ year: 2027 }, [], "income_line_year_ahead"],
    [{ documentDate: "2026-11-23" }, [], "income_line_document_ahead"],
    [{}, [known], "income_line_known"],
    [{ kind: "脱贫线" }, [known], null],
    [{ supersedes: "inl_1" }, [known], null],
    [{ supersedes: "inl_1" }, [{ ...known, id: "inl_0" }, known], null],
    [{ supersedes: "inl_0" }, [known], "income_line_superseded"],
    [{ supersedes: "inl_1" }, [], "income_line_superseded"],
    [{ supersedes: "inl_1", kind: "脱贫线" }, [known], "income_line_superseded"],
    [{ supersedes: "inl_1", documentDate: "2026-01-31" }, [known], "income_line_document_older"],
    [{ supersedes: "inl_1", documentDate: "2020-01-01" }, [{ ...known, documentDate: null }], null],
  ] as const)("says of %o beside %o: %s", (change, standing, refusal) => {
    expect(incomeLineRefusal({ ...claim, ...change }, standing, today)).toBe(refusal)
  })

  it("leaves one line of a kind standing, whatever is tried", () => {
    const kind = fc.constantFrom("监测线", "脱贫线")
    const day = fc.constantFrom("2026-01-01", "2026-02-01", "2026-03-01")
    const attempt = fc.record({
      kind,
      documentDate: day,
      replaces: fc.option(fc.nat({ max: 9 })),
    })
    fc.assert(
      fc.property(fc.array(attempt, { maxLength: 10 }), (attempts) => {
        let standing: StandingLine[] = []
        attempts.forEach(({ replaces, ...line }, i) => {
          const supersedes = replaces === null ? null : `inl_${replaces}`
          if (incomeLineRefusal({ ...claim, ...line, supersedes }, standing, today)) return
          standing = [
            ...standing.filter(({ id }) => id !== supersedes),
            { ...line, id: `inl_${i}` },
          ]
        })
        const kinds = standing.map((line) => line.kind)
        expect(new Set(kinds).size).toBe(kinds.length)
      }),
    )
  })
})

describe("mayKeepIncomeLines, lineDivisionOf", () => {
  it.each([
    ["51", false, "51"],
    ["5134", false, "5134"],
    ["513423", true, "513423"],
    ["513423102", false, "513423"],
    ["513423102201", false, "513423"],
  ])("says of %s: %s, %s", (code, keeps, division) => {
    expect([mayKeepIncomeLines(code), lineDivisionOf(code)]).toEqual([keeps, division])
  })
})
