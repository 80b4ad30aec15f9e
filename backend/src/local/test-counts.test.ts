import assert from "node:assert/strict"
import { test } from "node:test"

import { countTests, failedSpecs, passedAtLast } from "./test-counts.ts"

test("closing lines of three runners add up, other lines do not count", () => {
  const output = [
    "  ✓ 12 passed parcels (3ms)",
    "Tests:       1 failed, 2 skipped, 9 passed, 12 total",
    "      Tests  7 passed | 1 todo (8)",
    "  52 passed (3.2m)",
    "  1 flaky",
  ].join("\n")
  assert.deepEqual(countTests(output), { passed: 69, failed: 1, skipped: 3, flaky: 1 })
})

test("what passed when tried once more counts as passed, and is told", () => {
  const first = { passed: 9, failed: 2, skipped: 1, flaky: 0 }
  assert.deepEqual(passedAtLast(first), { passed: 11, failed: 0, skipped: 1, flaky: 2 })
})

test("specs that failed are named once, though Jest's summary names them again", () => {
  const output =
    "PASS a/x.spec.ts\nFAIL a/y.spec.ts (5.2 s)\n  ● FAIL\nFAIL a/z.spec.ts\nFAIL a/y.spec.ts"
  assert.deepEqual(failedSpecs(output), ["a/y.spec.ts", "a/z.spec.ts"])
})
