import { queueVerdicts } from "./sync-queue"

describe("queueVerdicts", () => {
  it("lets in what is new, knows what it has, and refuses two tales under one id", () => {
    const rows = [
      { clientId: "new", content: "1" },
      { clientId: "twice", content: "1" },
      { clientId: "twice", content: "1" },
      { clientId: "two-tales", content: "1" },
      { clientId: "two-tales", content: "2" },
      { clientId: "had", content: "1" },
      { clientId: "had-otherwise", content: "1" },
    ]
    const known = new Map([
      ["had", "1"],
      ["had-otherwise", "9"],
    ])
    expect(queueVerdicts(rows, known)).toEqual([
      "new",
      "new",
      "new",
      "reused",
      "reused",
      "known",
      "reused",
    ])
  })
})
