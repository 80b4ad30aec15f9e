import { randomUUID } from "node:crypto"

import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { uploadFilesWorkflow } from "@medusajs/medusa/core-flows"

import { uploadRefusal } from "../../../domain/upload-refusal"
import { localeOf, refuse } from "../../../lib/localize"
import { sellerIdOf } from "../../../lib/member-seller"
import { inspectPicture, storedPicture } from "../../../lib/stored-picture"
import type { SellerUploadsResponse } from "../../../types/http"
import { UPLOAD_MESSAGE } from "../../upload-messages"

type Received = { files?: { buffer: Buffer }[] }

/**
 * Stores pictures (multipart `files`): re-encoded, at most 1600 px, without EXIF, under a name of
 * our own. Codes: `upload_missing`, `upload_too_large`, `upload_not_a_picture`,
 * `upload_too_many_pixels`. All are stored or none.
 */
export async function POST(
  req: AuthenticatedMedusaRequest<never>,
  res: MedusaResponse<SellerUploadsResponse>,
): Promise<void> {
  const sellerId = await sellerIdOf(req)
  const contents = ((req as Received).files ?? []).map(({ buffer }) => buffer)
  const locale = localeOf(req.headers["accept-language"])
  if (!contents.length) {
    throw refuse("invalid_data", "upload_missing", UPLOAD_MESSAGE.upload_missing, locale)
  }
  for (const content of contents) {
    const refusal = uploadRefusal(await inspectPicture(content))
    if (refusal) throw refuse("invalid_data", refusal, UPLOAD_MESSAGE[refusal], locale)
  }
  const pictures = await Promise.all(contents.map(storedPicture))
  const { result } = await uploadFilesWorkflow(req.scope).run({
    input: {
      files: pictures.map((picture) => ({
        filename: `${sellerId}-${randomUUID()}.webp`,
        mimeType: "image/webp",
        content: picture.toString("base64"),
        access: "public" as const,
      })),
    },
  })
  res.json({ files: result.map(({ id, url }) => ({ id, url })) })
}
