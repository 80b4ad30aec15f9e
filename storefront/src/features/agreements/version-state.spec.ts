import { describe, expect, it } from "vitest"

import { versionState } from "./version-state"

const today = "2026-11-22"
const version = {
  version: 1,
  status: "published" as const,
  effective_from: "2026-01-01",
  starts_on: "2026-01-01",
  ends_on: "2026-12-31",
}

describe("versionState", () => {
  it.each([
    ["draft", { status: "draft" as const, effective_from: null }, null],
    ["inForce", {}, 1],
    ["coming", { effective_from: "2026-11-23" }, null],
    ["coming", { starts_on: "2027-01-01", ends_on: "2027-12-31" }, null],
    ["over", { ends_on: "2026-11-21" }, null],
    ["superseded", {}, 2],
  ] as const)("says %s", (state, change, inForce) => {
    expect(versionState({ ...version, ...change }, inForce, today)).toBe(state)
  })
})
