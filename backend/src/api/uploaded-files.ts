import type { ServerResponse } from "node:http"

import { receivePictures } from "@shangxing/marketplace/api/receive-pictures"
import type { MiddlewareRoute } from "@medusajs/framework/http"
import express from "express"

import { env } from "../env"

/**
 * What was uploaded, as it is served: a browser neither guesses what it is nor runs anything in it,
 * and a document is saved instead of opened. Medusa serves `static` beside the build, which a new
 * build would wipe.
 */
export const uploadedFiles: MiddlewareRoute[] = [
  {
    matcher: "/uploads",
    middlewares: [express.static(env.UPLOAD_DIR, { setHeaders: harmless })],
  },
  { matcher: "/seller/certificate-files", methods: ["POST"], middlewares: [receivePictures] },
]

function harmless(res: ServerResponse, path: string): void {
  res.setHeader("X-Content-Type-Options", "nosniff")
  res.setHeader("Content-Security-Policy", "default-src 'none'; sandbox")
  if (path.endsWith(".pdf")) res.setHeader("Content-Disposition", "attachment")
}

/** Whether an address is one of a file that was uploaded here: a link to elsewhere may change. */
export function isUploaded(url: string): boolean {
  return url.startsWith(`${env.BACKEND_URL}/uploads/`)
}
