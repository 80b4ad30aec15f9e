import { expect, it } from "vitest"

import { nextPath } from "./next-path"

it("keeps a path of this site with its query", () => {
  expect(nextPath("/en/checkout?x=1", "/account")).toBe("/en/checkout?x=1")
})

it.each([undefined, null, "", "https://a.example", "//a.example", "/\\a.example", "/a\n//b"])(
  "does not follow %j",
  (next) => {
    expect(nextPath(next, "/account")).toBe("/account")
  },
)
