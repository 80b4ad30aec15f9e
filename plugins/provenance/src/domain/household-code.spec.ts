import { afterTry, isClosed, newCodeRefusal } from "./household-code"

describe("newCodeRefusal", () => {
  it.each([
    ["4092", null],
    ["135790", null],
    ["12", "household_code_invalid"],
    ["1234567", "household_code_invalid"],
    ["40a2", "household_code_invalid"],
    ["0000", "household_code_weak"],
    ["1234", "household_code_weak"],
    ["654321", "household_code_weak"],
  ])("judges %s", (code, refusal) => {
    expect(newCodeRefusal(code)).toBe(refusal)
  })
})

describe("afterTry", () => {
  it("closes after five wrong tries, and opens a quarter of an hour later", () => {
    let tries = { failed: 0, closedUntil: null as number | null }
    for (let i = 0; i < 5; i++) tries = { ...afterTry(tries, false, 1000) }
    expect(isClosed(tries, 1000)).toBe(true)
    expect(isClosed(tries, 1000 + 15 * 60_000)).toBe(false)
    expect(afterTry(tries, false, 1000 + 15 * 60_000)).toEqual({ failed: 1, closedUntil: null })
  })
})
