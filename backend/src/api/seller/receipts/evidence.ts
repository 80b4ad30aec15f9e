import type { MedusaRequest } from "@medusajs/framework/http"
import { MedusaError } from "@medusajs/framework/utils"
import { shanghaiDay } from "@shangxing/attribution/domain/period"

import { isUploaded } from "../../uploaded-files"
import { localize } from "../../../gather/localize"

/** @throws MedusaError `receipt_day_future` for a day that has not come yet in Shanghai */
export function refuseDay(req: MedusaRequest, day: string): void {
  const today = shanghaiDay(new Date())
  if (day <= today) return
  throw new MedusaError(
    MedusaError.Types.NOT_ALLOWED,
    localize(req, {
      zh: `${day} 还没到，今天是 ${today}。请填真正办的那一天。`,
      en: `${day} has not come yet; today is ${today}. Give the day on which it was done.`,
    }),
    "receipt_day_future",
  )
}

/** @throws MedusaError `receipt_photo_foreign` for a link to elsewhere, which could change or vanish */
export function refuseForeignPhoto(req: MedusaRequest, url: string | undefined): void {
  if (url === undefined || isUploaded(url)) return
  throw new MedusaError(
    MedusaError.Types.INVALID_DATA,
    localize(req, {
      zh: "凭证照片要先上传到这里，不能用外面的链接。",
      en: "The photo has to be uploaded here first; a link to elsewhere does not do.",
    }),
    "receipt_photo_foreign",
  )
}
