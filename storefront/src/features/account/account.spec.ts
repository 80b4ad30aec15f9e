import { expect, it } from "vitest"

import { readAccountForm } from "./account"

function formWith(entries: Record<string, string>): FormData {
  const form = new FormData()
  for (const [name, value] of Object.entries(entries)) form.set(name, value)
  return form
}

it("signs in with a short old password, but takes none for a new account", () => {
  const form = formWith({ name: "周敏", email: "Min@Example.cn", password: "short" })
  expect(readAccountForm(form, "sign-in")).toMatchObject({
    isValid: true,
    values: { email: "min@example.cn", password: "short" },
  })
  expect(readAccountForm(form, "register")).toEqual({
    isValid: false,
    errors: { password: "password_short" },
  })
})

it("reports every empty field at once", () => {
  expect(readAccountForm(formWith({}), "register")).toEqual({
    isValid: false,
    errors: { name: "missing", email: "missing", password: "missing" },
  })
})
