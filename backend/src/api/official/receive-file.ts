import type { Readable } from "node:stream"

import type { MedusaRequest } from "@medusajs/framework/http"
import { MedusaError } from "@medusajs/framework/utils"
import busboy from "busboy"

import { localize } from "../../gather/localize"

/**
 * The bytes of an uploaded file as they arrive, never the file as a whole: the multipart field
 * `file` of a form, or the body itself when it is sent as `text/csv`.
 *
 * @throws MedusaError INVALID_DATA `file_missing`.
 */
export async function receiveFile(req: MedusaRequest): Promise<AsyncIterable<Buffer>> {
  const type = req.headers["content-type"] ?? ""
  // Without an encoding a stream's pieces are buffers.
  if (type.startsWith("text/csv")) return req as AsyncIterable<Buffer>
  if (!type.startsWith("multipart/form-data")) throw fileMissing(req)
  return await fileOf(req)
}

function fileOf(req: MedusaRequest): Promise<AsyncIterable<Buffer>> {
  return new Promise((resolve, reject) => {
    const form = busboy({ headers: req.headers, limits: { files: 1, fields: 4, fieldSize: 1_000 } })
    let file: Readable | null = null
    form.on("file", (name, stream) => {
      if (name !== "file" || file) return stream.resume()
      file = stream
      // A file that is refused early is read to its end, so that the answer finds a listener.
      stream.once("close", () => req.unpipe(form).resume())
      resolve(stream as AsyncIterable<Buffer>)
    })
    form.on("close", () => reject(fileMissing(req)))
    form.on("error", () => (file ? file.destroy(broken()) : reject(fileMissing(req))))
    // A sender that goes away must end the reading, or the import would wait for ever.
    req.once("aborted", () => file?.destroy(broken()))
    req.pipe(form)
  })
}

function broken(): MedusaError {
  return new MedusaError(
    MedusaError.Types.INVALID_DATA,
    "The upload broke off before its end. Send the file again.",
    "upload_interrupted",
  )
}

function fileMissing(req: MedusaRequest): MedusaError {
  return new MedusaError(
    MedusaError.Types.INVALID_DATA,
    localize(req, {
      zh: "没有收到文件；请选一个 CSV 文件再上传。",
      en: "No file arrived. Choose a CSV file and upload it.",
    }),
    "file_missing",
  )
}
