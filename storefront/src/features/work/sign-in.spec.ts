import { describe, expect, it } from "vitest"

import { readSignIn } from "./sign-in"

function posted(fields: Record<string, string>): FormData {
  const form = new FormData()
  for (const [name, value] of Object.entries(fields)) form.set(name, value)
  return form
}

describe("readSignIn", () => {
  it("reads a whole form and trims the email, never the password", () => {
    expect(readSignIn(posted({ email: " a@b.cn ", password: " x " }))).toEqual({
      isValid: true,
      email: "a@b.cn",
      password: " x ",
    })
  })

  it("names each empty field", () => {
    expect(readSignIn(posted({}))).toEqual({
      isValid: false,
      email: "",
      errors: { email: "missing", password: "missing" },
    })
  })

  it("keeps a wrong email for correction, and no password", () => {
    expect(readSignIn(posted({ email: "clerk", password: "secret" }))).toEqual({
      isValid: false,
      email: "clerk",
      errors: { email: "email_wrong" },
    })
  })
})
