import { MedusaError } from "@medusajs/framework/utils"

import type { LookRefusal } from "../domain/household-look"
import type { NameListRefusal } from "../domain/name-list"
import type { SpecialityRefusal } from "../domain/speciality"

/**
 * Refusals of imports, looks, consents and specialities, in words. Both languages in one message: a
 * workflow does not know who asked. A page switches on the code, never on the message.
 */
export type RegistryRefusal =
  | LookRefusal
  | NameListRefusal
  | SpecialityRefusal
  | "consent_evidence_missing"
  | "consent_unchanged"
  | "credit_code_invalid"
  | "gi_record_unknown"
  | "household_unknown"
  | "import_digest_mismatched"
  | "import_lost"
  | "import_not_ready"
  | "import_outdated"
  | "import_running"
  | "import_unknown"
  | "rotation_key_missing"

type Words = { zh: string; en: string }

const WORDS: Record<RegistryRefusal, (what: string) => Words> = {
  consent_evidence_missing: () => ({
    zh: "请写明同意或撤回的凭据（如签字单编号）。",
    en: "Say what the consent or withdrawal rests on, e.g. the number of the signed sheet.",
  }),
  consent_unchanged: (what) => ({
    zh: `农户 ${what} 的这项同意已是这个状态，不用再记。`,
    en: `The consent of household ${what} already stands so. There is nothing to record.`,
  }),
  credit_code_invalid: (what) => ({
    zh: `“${what}”不是统一社会信用代码；应为 18 位。`,
    en: `"${what}" is no unified social credit code. It has 18 characters.`,
  }),
  gi_record_unknown: (what) => ({
    zh: `该县的产业记录里没有地理标志 ${what}；请先登记该记录。`,
    en: `The county's industry has no GI record ${what}. Declare the record first.`,
  }),
  household_unknown: (what) => ({
    zh: `农户 ${what} 不在名册中；请先导入。`,
    en: `Household ${what} is not in the registry. Import it first.`,
  }),
  import_digest_mismatched: (what) => ({
    zh: `要导入的文件与试导 ${what} 的文件不是同一份；请重新上传。`,
    en: `The file to commit is not the one of dry run ${what}. Upload it again.`,
  }),
  import_lost: (what) => ({
    zh: `试导 ${what} 的数据已不在（数据库重启过）；名册没有变，请重新上传。`,
    en: `The rows of dry run ${what} are gone (the database restarted). The registry is unchanged; upload again.`,
  }),
  import_not_ready: (what) => ({
    zh: `试导 ${what} 还不能导入：有错误未改，或还在检查，或已导入。`,
    en: `Dry run ${what} cannot be committed: it has errors, is still being checked, or is done.`,
  }),
  import_outdated: (what) => ({
    zh: `试导 ${what} 之后名册变了；请重新上传同一份文件再试导一次。`,
    en: `The registry has changed since dry run ${what}. Upload the same file again.`,
  }),
  import_running: (what) => ({
    zh: `您的辖区（或其上下级）正在导入另一份名册；稍等片刻再确认 ${what}。`,
    en: `Another file is being imported for your division or one that overlaps it. Confirm ${what} again in a moment.`,
  }),
  import_unknown: (what) => ({
    zh: `没有试导 ${what}；请重新上传。`,
    en: `There is no dry run ${what}. Upload the file again.`,
  }),
  look_limit_reached: () => ({
    zh: "一小时内查看次数已到上限；请过一会儿再看。",
    en: "You have reached the number of looks for one hour. Come back a little later.",
  }),
  look_reason_long: () => ({
    zh: "理由太长；请写在 200 字以内。",
    en: "The reason is too long. Keep it within 200 characters.",
  }),
  look_reason_short: () => ({
    zh: "请写明查看理由，至少 6 个不同的字。",
    en: "Give the reason for the look, at least 6 different characters.",
  }),
  name_list_limit_reached: () => ({
    zh: "一天只能取三份带姓名的名单；请明天再取，或先用遮名的名单。",
    en: "You can take three lists with names a day. Come back tomorrow, or use the masked list.",
  }),
  name_list_long: () => ({
    zh: "这份名单超过 500 户，带姓名的名单最多 500 户；请选小一级的区划再取。",
    en: "This list has more than 500 households, and one with names holds at most 500. Choose a smaller division.",
  }),
  rotation_key_missing: () => ({
    zh: "没有旧密钥；请把原来的 REGISTRY_KEY 设为 REGISTRY_KEY_PREVIOUS。",
    en: "There is no previous key. Set the key of before as REGISTRY_KEY_PREVIOUS.",
  }),
  speciality_division_invalid: (what) => ({
    zh: `“${what}”不是该县的乡镇或村代码。`,
    en: `"${what}" is no township or village of the county.`,
  }),
  speciality_source_missing: (what) => ({
    zh: `${what} 标为已核实，却没有认定文件与来源；请补上，或改为未核实。`,
    en: `${what} is called verified without a document and its source. Add them, or call it unverified.`,
  }),
}

const NOT_FOUND: ReadonlySet<RegistryRefusal> = new Set(["household_unknown", "import_unknown"])
const INVALID: ReadonlySet<RegistryRefusal> = new Set([
  "consent_evidence_missing",
  "credit_code_invalid",
  "gi_record_unknown",
  "look_reason_long",
  "look_reason_short",
  "speciality_division_invalid",
  "speciality_source_missing",
])

/** The error that says `code` about `what` (an id, a code) and how to mend it. */
export function refused(code: RegistryRefusal, what: string): MedusaError {
  const { zh, en } = WORDS[code](what)
  return new MedusaError(typeOf(code), `${zh} ${en}`, code)
}

function typeOf(code: RegistryRefusal): string {
  if (NOT_FOUND.has(code)) return MedusaError.Types.NOT_FOUND
  return INVALID.has(code) ? MedusaError.Types.INVALID_DATA : MedusaError.Types.NOT_ALLOWED
}
