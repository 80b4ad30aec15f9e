import sharp from "sharp"

import { MAX_STORED_SIDE, MAX_UPLOAD_PIXELS, type UploadedImage } from "../domain/upload-refusal"

/** What a file is by its bytes. Never trusts its name or the browser's word for it. */
export async function inspectPicture(content: Buffer): Promise<UploadedImage> {
  const nothing = { bytes: content.length, format: null, width: 0, height: 0 }
  try {
    const { format, width, height } = await sharp(content, { limitInputPixels: false }).metadata()
    return { ...nothing, format: format ?? null, width: width ?? 0, height: height ?? 0 }
  } catch {
    // Not a picture that sharp knows: the rule says no to it.
    return nothing
  }
}

/**
 * The picture as it is stored: upright, at most 1600 px on its longest side, WebP, and without
 * EXIF, which may say where a household lives.
 */
export async function storedPicture(content: Buffer): Promise<Buffer> {
  return await sharp(content, { limitInputPixels: MAX_UPLOAD_PIXELS })
    .rotate()
    .resize(MAX_STORED_SIDE, MAX_STORED_SIDE, { fit: "inside", withoutEnlargement: true })
    .webp({ quality: 82 })
    .toBuffer()
}
