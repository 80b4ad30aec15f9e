import { env } from "../env"

/** Evidence is kept here, re-encoded and without EXIF; a link to elsewhere could change or vanish. */
export function isUploaded(url: string): boolean {
  return url.startsWith(`${env.BACKEND_URL}/uploads/`)
}
