import { expect, it } from "vitest"

import { readFindForm, typedToFind } from "./find-order"

const formOf = (values: Record<string, string>) => {
  const form = new FormData()
  for (const [name, value] of Object.entries(values)) form.set(name, value)
  return form
}

it("takes what people write around a number", () => {
  const form = formOf({
    display_id: " #１２０１ ",
    email: " min@example.cn ",
    phone_last4: "８０00",
  })
  expect(readFindForm(typedToFind(form))).toEqual({
    isValid: true,
    known: { display_id: 1201, email: "min@example.cn", phone_last4: "8000" },
  })
})

it("names every field that is wrong at once", () => {
  const form = formOf({ display_id: "order_1", email: "min@", phone_last4: "800" })
  expect(readFindForm(typedToFind(form))).toEqual({
    isValid: false,
    errors: { display_id: "number_wrong", email: "email_wrong", phone_last4: "last4_wrong" },
  })
  expect(readFindForm(typedToFind(null))).toMatchObject({ errors: { display_id: "missing" } })
})
