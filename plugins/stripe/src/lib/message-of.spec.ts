import { messageOf } from "./message-of"

describe("messageOf", () => {
  it.each([
    [new Error("a"), "a"],
    [{ message: "b" }, "b"],
    ["c", "c"],
    [null, "null"],
  ])("reads %p as %s", (thrown, text) => {
    expect(messageOf(thrown)).toBe(text)
  })
})
