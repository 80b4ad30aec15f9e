import { expect, it } from "vitest"

import { textOf } from "./form"

it("reads what was typed, and nothing where no text was", () => {
  const form = new FormData()
  form.set("name", "　盐源 苹果 ")
  form.set("file", new File(["x"], "x.txt"))
  expect(["name", "file", "none"].map((name) => textOf(form, name))).toEqual(["盐源 苹果", "", ""])
})
