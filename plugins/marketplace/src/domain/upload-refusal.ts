/**
 * Which files a seller may upload as pictures. The format is what the bytes are, never what the
 * name or the browser says they are. No SVG: it may carry scripts.
 */

export type UploadedImage = {
  readonly bytes: number
  /** As found in the bytes; null when they are no picture. */
  readonly format: string | null
  readonly width: number
  readonly height: number
}

export type UploadRefusal = "upload_too_large" | "upload_not_a_picture" | "upload_too_many_pixels"

export const MAX_UPLOAD_BYTES = 10 * 1024 * 1024
export const MAX_UPLOAD_PIXELS = 50_000_000
/** The longest side of a stored picture, in pixels. */
export const MAX_STORED_SIDE = 1600

const FORMATS = new Set(["jpeg", "png", "webp", "avif", "heif", "gif"])

/** Why this file cannot be stored, or null when it can. */
export function uploadRefusal(image: UploadedImage): UploadRefusal | null {
  if (image.bytes > MAX_UPLOAD_BYTES) return "upload_too_large"
  if (image.format === null || !FORMATS.has(image.format)) return "upload_not_a_picture"
  return image.width * image.height > MAX_UPLOAD_PIXELS ? "upload_too_many_pixels" : null
}
