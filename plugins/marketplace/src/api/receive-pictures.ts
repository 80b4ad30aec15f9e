import type { MedusaNextFunction, MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import multer from "multer"

import { MAX_UPLOAD_BYTES } from "../domain/upload-refusal"
import { localeOf, refuse } from "../lib/localize"
import { UPLOAD_MESSAGE } from "./upload-messages"

const MAX_FILES = 8

/** In memory, because nothing is kept as it came; the limits end a too large upload early. */
const receive = multer({
  storage: multer.memoryStorage(),
  limits: { fileSize: MAX_UPLOAD_BYTES, files: MAX_FILES },
}).array("files", MAX_FILES)

/** Reads the multipart field `files`; answers multer's limits as our own refusals. */
export function receivePictures(
  req: MedusaRequest,
  res: MedusaResponse,
  next: MedusaNextFunction,
): void {
  receive(req, res, (error?: unknown) => {
    const locale = localeOf(req.headers["accept-language"])
    if (!error) {
      void next()
    } else if (isTooLarge(error)) {
      void next(refuse("invalid_data", "upload_too_large", UPLOAD_MESSAGE.upload_too_large, locale))
    } else {
      void next(refuse("invalid_data", "upload_malformed", UPLOAD_MALFORMED, locale))
    }
  })
}

const UPLOAD_MALFORMED = {
  zh: "上传内容无法读取，请一次上传不超过 8 张图片。",
  en: "The upload cannot be read. Send up to 8 pictures at a time.",
}

function isTooLarge(error: unknown): boolean {
  return error instanceof Error && "code" in error && error.code === "LIMIT_FILE_SIZE"
}
