import type { TermsRefusal } from "../domain/agreement-terms"

/** Refusals of agreements and the archive, in words; `refusals.ts` puts them together. */
export type AgreementRefusal =
  | TermsRefusal
  | "agreement_effective_invalid"
  | "agreement_household_unknown"
  | "agreement_number_taken"
  | "agreement_unknown"
  | "agreement_version_published"
  | "archive_entry_invalid"
  | "archive_photo_foreign"

type Words = { zh: string; en: string }

export const AGREEMENT_WORDS: Record<AgreementRefusal, (what: string) => Words> = {
  agreement_effective_invalid: (what) => ({
    zh: `协议 ${what} 的生效日无效，或早于上一版；新版只能从更晚的一天起替代旧版。`,
    en: `Agreement ${what} has no valid day to come into force: it must be after the version before.`,
  }),
  agreement_floor_invalid: (what) => ({
    zh: `协议 ${what} 的保底价须为大于零的整数分/公斤，每个等级只写一次。`,
    en: `Agreement ${what} needs whole fen per kg as floors, one for each grade.`,
  }),
  agreement_household_unknown: (what) => ({
    zh: `农户 ${what} 不是本社社员，不能写进协议。`,
    en: `Household ${what} is no member of this seller, so the agreement can't name it.`,
  }),
  agreement_number_taken: (what) => ({
    zh: `本主体已有编号为 ${what} 的协议。`,
    en: `This seller has an agreement ${what} already.`,
  }),
  agreement_party_missing: (what) => ({
    zh: `协议 ${what} 缺少品种、责任人或农户。`,
    en: `Agreement ${what} lacks its product, its responsible person or its households.`,
  }),
  agreement_promise_invalid: (what) => ({
    zh: `协议 ${what} 的承诺交售量须为大于零的整数克，每户只写一次。`,
    en: `Agreement ${what} needs whole grams as promises, and names each household once.`,
  }),
  agreement_rebate_invalid: (what) => ({
    zh: `协议 ${what} 的返利须为整数分/公斤，或不超过 100% 的比例。`,
    en: `Agreement ${what} needs a rebate in whole fen per kg, or at most 100%.`,
  }),
  agreement_term_invalid: (what) => ({
    zh: `协议 ${what} 的起止日期无效；写成 年-月-日，止日不早于起日。`,
    en: `Agreement ${what} needs a term in days (YYYY-MM-DD) that ends after it starts.`,
  }),
  agreement_unknown: (what) => ({
    zh: `没有协议 ${what}；请核对编号。`,
    en: `There is no agreement ${what}. Check its number.`,
  }),
  agreement_version_published: (what) => ({
    zh: `协议 ${what} 没有可发布的草稿；已发布的版本不能改，请另起一版。`,
    en: `Agreement ${what} has no draft. A published version never changes: draft a new one.`,
  }),
  archive_entry_invalid: (what) => ({
    zh: `档案要写明哪一天、做了什么：${what}。`,
    en: `An archive entry says on which day what was done: ${what}.`,
  }),
  archive_photo_foreign: (what) => ({
    zh: `照片 ${what} 不是在本平台上传的；请重新上传。`,
    en: `Picture ${what} was not uploaded here. Upload it again.`,
  }),
}
