import { expect, it } from "vitest"

import {
  addressLine,
  addressOf,
  type DeliveryValues,
  phoneDigits,
  readDelivery,
  valuesOfCart,
  valuesOfForm,
} from "./delivery"

const right: DeliveryValues = {
  name: "周敏",
  phone: "138 0013 8000",
  province: "北京市",
  city: "北京市",
  district: "朝阳区",
  detail: "望京街道阜通东大街 6 号院 3 号楼 1204",
  postal_code: "",
  email: "min@example.cn",
}

it("accepts a full address and keeps only the phone's digits", () => {
  const reading = readDelivery(right)
  expect(reading).toMatchObject({ isValid: true, delivery: { ...right, phone: "13800138000" } })
})

it("reports every wrong field at once and keeps what was typed", () => {
  const values = { ...right, name: "", phone: "138 0013 800", postal_code: "12", email: "x@" }
  expect(readDelivery(values)).toEqual({
    isValid: false,
    values,
    errors: {
      name: "missing",
      phone: "phone_short",
      postal_code: "postal_code_wrong",
      email: "email_wrong",
    },
  })
})

it.each([
  ["+86 138-0013-8000", "13800138000"],
  ["１３８００１３８０００", "13800138000"],
  ["86138001380", "86138001380"],
])("reads %s as %s", (typed, digits) => {
  expect(phoneDigits(typed)).toBe(digits)
})

it.each([
  ["", "missing"],
  ["1380013800000", "phone_long"],
  ["02088886666", "phone_not_mobile"],
])("says what is wrong with the number %j", (phone, reason) => {
  expect(readDelivery({ ...right, phone })).toMatchObject({ errors: { phone: reason } })
})

it("goes into Medusa's address and comes back the same", () => {
  const { country_code, ...address } = addressOf(right)
  expect(country_code).toBe("cn")
  expect(valuesOfCart(address, right.email)).toEqual(right)
})

it("does not let the form override a signed-in customer's email", () => {
  const form = new FormData()
  form.set("name", " 周敏 ")
  form.set("email", "other@example.cn")
  expect(valuesOfForm(form, "min@example.cn")).toMatchObject({
    name: "周敏",
    email: "min@example.cn",
  })
})

it("writes a municipality once on the address line", () => {
  expect(addressLine(addressOf(right))).toBe("北京市 朝阳区 望京街道阜通东大街 6 号院 3 号楼 1204")
})
