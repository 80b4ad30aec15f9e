import type { SellerUploadsResponse } from "@shangxing/marketplace/types/http"

import type { Api, ApiError } from "~/lib/api"
import { attempt } from "~/lib/attempt"

/** `message` is the backend's own word, or `null` when it could not be reached. */
export type RefusedPhoto = { name: string; message: string | null }
export type Uploaded = { urls: string[]; refused: RefusedPhoto[] }

/**
 * Hands photos to the backend one by one, so that one it refuses does not take the others along.
 * Order is kept.
 */
export async function uploadPhotos(api: Api, files: readonly File[]): Promise<Uploaded> {
  const answers = await Promise.all(
    files.map(async (file) => ({ file, answer: await attempt(uploadPhoto(api, file)) })),
  )
  const uploaded: Uploaded = { urls: [], refused: [] }
  for (const { file, answer } of answers) {
    if (answer.ok) uploaded.urls.push(...answer.value.files.map(({ url }) => url))
    else uploaded.refused.push({ name: file.name, message: wordOf(answer.error) })
  }
  return uploaded
}

function uploadPhoto(api: Api, file: File): Promise<SellerUploadsResponse> {
  return upload(api, "/seller/uploads", file)
}

/** Hands the file of a certificate to the backend: a photograph or a PDF. @throws ApiError. */
export async function uploadCertificate(api: Api, file: File): Promise<string | null> {
  const { files } = await upload(api, "/seller/certificate-files", file)
  return files[0]?.url ?? null
}

function upload(api: Api, path: string, file: File): Promise<SellerUploadsResponse> {
  const body = new FormData()
  body.append("files", file, file.name)
  return api.fetch<SellerUploadsResponse>(path, { method: "POST", body })
}

function wordOf({ status, message }: ApiError): string | null {
  return status >= 500 ? null : message
}
