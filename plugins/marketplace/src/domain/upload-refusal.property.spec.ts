import fc from "fast-check"

import { MAX_UPLOAD_BYTES, MAX_UPLOAD_PIXELS, uploadRefusal } from "./upload-refusal"

const side = fc.integer({ min: 1, max: 100_000 })
const bytes = fc.integer({ min: 1, max: 2 * MAX_UPLOAD_BYTES })

describe("uploadRefusal", () => {
  it("takes a photo exactly when it is small enough in bytes and in pixels", () => {
    fc.assert(
      fc.property(bytes, side, side, (size, width, height) => {
        const isSmall = size <= MAX_UPLOAD_BYTES && width * height <= MAX_UPLOAD_PIXELS
        const refusal = uploadRefusal({ bytes: size, format: "jpeg", width, height })
        expect(refusal === null).toBe(isSmall)
      }),
    )
  })

  it("takes nothing that is not one of the picture formats, whatever it is called", () => {
    const known = new Set(["jpeg", "png", "webp", "avif", "heif", "gif"])
    const other = fc.option(fc.string()).filter((format) => !known.has(format ?? ""))
    fc.assert(
      fc.property(other, (format) => {
        expect(uploadRefusal({ bytes: 1, format, width: 1, height: 1 })).toBe(
          "upload_not_a_picture",
        )
      }),
    )
  })
})
