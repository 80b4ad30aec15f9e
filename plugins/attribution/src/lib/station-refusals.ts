import { MedusaError } from "@medusajs/framework/utils"

import type { PurchaseRefusal } from "../domain/assisted-purchase"
import type { ConsentRefusal } from "../domain/household-consent-record"
import type { IncomeLineRefusal } from "../domain/income-line"
import { INCOME_LINE_WORDS } from "./income-line-words"
import { STATION_DESK_WORDS, type StationDeskRefusal } from "./station-desk-words"

type Words = Record<"zh" | "en", string>

export type StationRefusal =
  | PurchaseRefusal
  | ConsentRefusal
  | IncomeLineRefusal
  | StationDeskRefusal
  | "alert_note_missing"
  | "form_used"
  | "station_import_not_ready"
  | "station_worker_email_taken"

const WORDS: Record<StationRefusal, Words> = {
  ...STATION_DESK_WORDS,
  ...INCOME_LINE_WORDS,
  alert_note_missing: {
    zh: "请写下您看到了什么、怎么处理（至少 4 个字）。",
    en: "Write what you found and what you did (4 characters or more).",
  },
  consent_note_missing: {
    zh: "请写清是谁同意的（口头），或按手印那张纸的编号。",
    en: "Say who agreed (by word of mouth), or give the number of the sheet with the thumbprint.",
  },
  form_used: {
    zh: "这张单子在别的站登记过。请重新打开这一页再填。",
    en: "This form was used at another station. Open the page again and fill it in anew.",
  },
  purchase_amount_invalid: {
    zh: "金额要写成大于零的数，精确到分。",
    en: "Amounts are above zero, in yuan and fen.",
  },
  purchase_day_ahead: {
    zh: "购买日期还没到，请改成今天或以前的日子。",
    en: "That day has not come yet. Give today or an earlier day.",
  },
  purchase_document_priceless: {
    zh: "写了价格凭据，却没有本地单价。两样一起填，或都留空。",
    en: "There is a price document but no local price. Fill in both, or neither.",
  },
  purchase_price_undocumented: {
    zh: "填了本地单价，请写明凭据（价签照片编号、报价单），否则不算节支。",
    en: "A local price needs its document (photo of the price tag, a quote), or no saving is counted.",
  },
  purchase_quantity_invalid: {
    zh: "数量要写成大于零的整数；零头请换成小一级的单位，例如斤。",
    en: "The quantity is a whole number above zero. For fractions use a smaller unit, such as jin.",
  },
  station_import_not_ready: {
    zh: "这份文件有错、已经导入过，或和您看到的不是同一份。请重新上传。",
    en: "This file has errors, was imported already, or is not the one you saw. Upload it again.",
  },
  station_worker_email_taken: {
    zh: "这个邮箱已经有人在用，请换一个。",
    en: "This email is somebody's already. Use another.",
  },
}

/** A refusal that carries both languages: a route says the reader's. */
export function stationRefused(refusal: StationRefusal): MedusaError {
  const words = WORDS[refusal]
  const error = new MedusaError(MedusaError.Types.NOT_ALLOWED, words.zh, refusal)
  return Object.assign(error, { words })
}
