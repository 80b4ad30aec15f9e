import type { UploadRefusal } from "../domain/upload-refusal"
import type { Localized } from "../lib/localize"

export const UPLOAD_MESSAGE: Record<UploadRefusal | "upload_missing", Localized> = {
  upload_missing: { zh: "没有收到图片。", en: "No picture was sent." },
  upload_too_large: { zh: "图片不能超过 10 MB。", en: "A picture may be at most 10 MB." },
  upload_not_a_picture: {
    zh: "只能上传 JPEG、PNG、WebP、AVIF、HEIF 或 GIF 图片。",
    en: "Only JPEG, PNG, WebP, AVIF, HEIF or GIF pictures can be uploaded.",
  },
  upload_too_many_pixels: {
    zh: "图片像素过大，请先缩小到 5000 万像素以内。",
    en: "The picture has more than 50 million pixels. Make it smaller first.",
  },
}
