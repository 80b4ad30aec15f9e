import { randomUUID } from "node:crypto"

import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { uploadFilesWorkflow } from "@medusajs/medusa/core-flows"
import { uploadRefusal } from "@shangxing/marketplace/domain/upload-refusal"
import { refuse } from "@shangxing/marketplace/lib/localize"
import { sellerIdOf } from "@shangxing/marketplace/lib/member-seller"
import { inspectPicture, storedPicture } from "@shangxing/marketplace/lib/stored-picture"
import type { SellerUploadsResponse } from "@shangxing/marketplace/types/http"
import { certificateFileRefusal } from "@shangxing/provenance/domain/certificate-file"
import { CERTIFICATE_FILE_WORDS } from "@shangxing/provenance/lib/certificate-file-refusals"
import { inspectPdf, isPdf } from "@shangxing/provenance/lib/inspect-pdf"

type Received = { files?: { buffer: Buffer }[] }

/**
 * `POST /seller/certificate-files` (multipart `files`, the first counts): keeps what a certificate was
 * given on. A photograph is encoded anew, as every picture is; a PDF is kept as it came, when
 * nothing in it acts. Twice keeps two. 400: `certificate_file_missing`, `_too_large`, `_unknown`,
 * `_locked`, `_active`, `_broken`.
 */
export async function POST(
  req: AuthenticatedMedusaRequest<never>,
  res: MedusaResponse<SellerUploadsResponse>,
): Promise<void> {
  const sellerId = await sellerIdOf(req)
  const content = (req as Received).files?.[0]?.buffer
  if (!content) throw no("certificate_file_missing")
  const isDocument = isPdf(content)
  const file = {
    bytes: content.length,
    kind: isDocument ? ("pdf" as const) : await pictureKind(content),
    findings: isDocument ? inspectPdf(content) : [],
  }
  const refusal = certificateFileRefusal(file)
  if (refusal) throw no(refusal)
  const kept = isDocument ? content : await storedPicture(content)
  const { result } = await uploadFilesWorkflow(req.scope).run({
    input: {
      files: [
        {
          filename: `${sellerId}-${randomUUID()}.${isDocument ? "pdf" : "webp"}`,
          mimeType: isDocument ? "application/pdf" : "image/webp",
          content: kept.toString("base64"),
          access: "public" as const,
        },
      ],
    },
  })
  res.json({ files: result.map(({ id, url }) => ({ id, url })) })
}

async function pictureKind(content: Buffer): Promise<"picture" | null> {
  return uploadRefusal(await inspectPicture(content)) === null ? "picture" : null
}

function no(code: keyof typeof CERTIFICATE_FILE_WORDS) {
  return refuse("invalid_data", code, CERTIFICATE_FILE_WORDS[code])
}
