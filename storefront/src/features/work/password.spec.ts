import { describe, expect, it } from "vitest"

import { readPassword, refusedField } from "./password"

function posted(fields: Record<string, string>): FormData {
  const form = new FormData()
  for (const [name, value] of Object.entries(fields)) form.set(name, value)
  return form
}

describe("readPassword", () => {
  it("reads both as they were typed, spaces and all", () => {
    const form = { current_password: " old ", password: " new one ", password_again: " new one " }
    expect(readPassword(posted(form))).toEqual({
      isValid: true,
      body: { current_password: " old ", password: " new one " },
    })
  })

  it("names each empty field", () => {
    expect(readPassword(posted({}))).toEqual({
      isValid: false,
      errors: { current_password: "missing", password: "missing", password_again: "missing" },
    })
  })

  it("says that the second one differs", () => {
    const form = { current_password: "old", password: "new one", password_again: "new on" }
    expect(readPassword(posted(form))).toEqual({
      isValid: false,
      errors: { password_again: "differs" },
    })
  })
})

describe("refusedField", () => {
  it("places a refusal beside what it is about", () => {
    expect(refusedField("password_wrong")).toBe("current_password")
    expect(refusedField("password_short")).toBe("password")
  })
})
