import { describe, expect, it } from "vitest"
import { parseForm } from "../http/form.ts"
import { sdkFingerprint } from "../schema/sdk-fingerprint.ts"
import { schemaSource, validate } from "../schema/validate.ts"

describe("requests.json", () => {
  it("was generated from the installed SDK (else run schema/generate.ts)", () => {
    expect(schemaSource).toEqual(sdkFingerprint())
  })

  it("gives form values the types of the SDK", () => {
    const form = parseForm(
      "amount=500&currency=cny&confirm=true&expand[]=latest_charge&expand[]=customer" +
        "&metadata[order]=007&allowed_payment_method_types[0]=card&off_session=one_off" +
        "&shipping[name]=5&shipping[address][line1]=1",
    )
    expect(validate("paymentIntentCreate", form)).toEqual({
      amount: 500,
      currency: "cny",
      confirm: true,
      expand: ["latest_charge", "customer"],
      metadata: { order: "007" },
      allowed_payment_method_types: ["card"],
      off_session: "one_off",
      shipping: { name: "5", address: { line1: "1" } },
    })
  })

  it.each([
    ["paymentIntentCreate", "amount=5&currency=cny&__proto__[x]=1", "parameter_unknown"],
    ["paymentIntentCreate", "amount=5.5&currency=cny", "parameter_invalid_integer"],
    ["paymentIntentCreate", "amount=5&currency=cny&description[a]=1", undefined],
    ["paymentIntentCreate", "amount=5&currency=cny&metadata=x", undefined],
    ["refundCreate", "charge=ch_1&reason=because", undefined],
    ["transferCreate", "amount=5&currency=cny", "parameter_missing"],
    ["refundList", "limit=", "parameter_invalid_empty"],
  ] as const)("refuses %s %s", (name, text, code) => {
    expect(() => validate(name, parseForm(text))).toThrow(
      expect.objectContaining({
        status: 400,
        body: expect.objectContaining(code ? { code } : {}) as unknown,
      }),
    )
  })
})
