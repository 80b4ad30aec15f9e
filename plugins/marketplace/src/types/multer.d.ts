/** The part of multer 2 that the upload route uses; the package ships no types. */
declare module "multer" {
  import type { MedusaNextFunction, MedusaRequest, MedusaResponse } from "@medusajs/framework/http"

  type Middleware = (req: MedusaRequest, res: MedusaResponse, next: MedusaNextFunction) => void

  type Multer = { array(field: string, maxCount?: number): Middleware }

  type Options = { storage: unknown; limits?: { fileSize?: number; files?: number } }

  const multer: {
    (options: Options): Multer
    memoryStorage(): unknown
  }
  export default multer
}
