import { MAX_UPLOAD_BYTES, MAX_UPLOAD_PIXELS, uploadRefusal } from "./upload-refusal"

const PHOTO = { bytes: 2_000_000, format: "jpeg", width: 4000, height: 3000 }

describe("uploadRefusal", () => {
  it.each(["jpeg", "png", "webp", "avif", "heif", "gif"])("takes %s", (format) => {
    expect(uploadRefusal({ ...PHOTO, format })).toBeNull()
  })

  it("takes exactly the most that it may", () => {
    const largest = { bytes: MAX_UPLOAD_BYTES, format: "png", width: 10_000, height: 5_000 }
    expect(largest.width * largest.height).toBe(MAX_UPLOAD_PIXELS)
    expect(uploadRefusal(largest)).toBeNull()
  })

  it.each([
    ["upload_too_large", { bytes: MAX_UPLOAD_BYTES + 1 }],
    ["upload_not_a_picture", { format: null }],
    ["upload_not_a_picture", { format: "svg" }],
    ["upload_not_a_picture", { format: "pdf" }],
    ["upload_too_many_pixels", { width: 50_000, height: 1_001 }],
  ])("says %s", (refusal, change) => {
    expect(uploadRefusal({ ...PHOTO, ...change })).toBe(refusal)
  })
})
