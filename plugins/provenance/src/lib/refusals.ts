import { MedusaError } from "@medusajs/framework/utils"

import type { DeliveryRefusal } from "../domain/record-delivery"
import type { SealRefusal } from "../domain/seal-lot"
import { AGREEMENT_WORDS, type AgreementRefusal } from "./agreement-refusals"
import { LOT_WORDS, type LotRefusal } from "./lot-refusals"

/**
 * Every refusal of this plugin, in words. Both languages in one message: a workflow does not know
 * who asked. A page switches on the code, never on the message.
 */
export type Refusal =
  | AgreementRefusal
  | DeliveryRefusal
  | LotRefusal
  | SealRefusal
  | "certificate_missing"
  | "delivery_unknown"
  | "household_key_missing"
  | "household_status_ambiguous"
  | "household_status_invalid"
  | "household_unknown"
  | "industry_county_unknown"
  | "division_code_invalid"
  | "line_quantity_invalid"
  | "lot_code_taken"
  | "lot_empty"
  | "lot_expiry_past"
  | "lot_input_over"
  | "lot_output_over"
  | "lot_packed_over"
  | "lot_recalled"
  | "lot_stock_short"
  | "lot_unknown"
  | "lot_weight_invalid"
  | "origin_invalid"
  | "pack_gtin_invalid"
  | "pack_kind_other"
  | "pack_mismatched"
  | "pack_quantity_invalid"

type Words = { zh: string; en: string }

const WORDS: Record<Refusal, (what: string) => Words> = {
  ...AGREEMENT_WORDS,
  ...LOT_WORDS,
  certificate_missing: (what) => ({
    zh: `批次 ${what} 没有承诺达标合格证，不能上架；请先补录合格证。`,
    en: `Lot ${what} has no conformity certificate, so it can't be listed. Add its certificate first.`,
  }),
  delivery_already_in_lot: (what) => ({
    zh: `交售 ${what} 已在另一批次中；一笔交售只能进入一个批次。`,
    en: `Delivery ${what} is in another lot already, and goes into one only. Leave it out.`,
  }),
  delivery_below_floor: (what) => ({
    zh: `交售 ${what} 低于保底价；请填写原因，或按保底价收购。`,
    en: `Delivery ${what} is priced below its floor. Give a reason, or pay the floor price.`,
  }),
  delivery_day_invalid: (what) => ({
    zh: `交售 ${what} 的日期无效；请写成 年-月-日（YYYY-MM-DD）。`,
    en: `Delivery ${what} has no valid day. Write it as YYYY-MM-DD.`,
  }),
  delivery_disputed: (what) => ({
    zh: `交售 ${what} 有异议未解决，不能封批；请先解决。`,
    en: `Delivery ${what} is disputed, so it can't be sealed. Settle the dispute first.`,
  }),
  delivery_kind_mismatched: (what) => ({
    zh: `交售 ${what} 的品种与批次不同；请分开组批。`,
    en: `Delivery ${what} is of another kind than the lot. Make a lot of each kind.`,
  }),
  delivery_of_other_seller: (what) => ({
    zh: `交售 ${what} 不属于本主体；只能使用本社收购的货。`,
    en: `Delivery ${what} was made to another seller. Use your own deliveries.`,
  }),
  delivery_outside_division: (what) => ({
    zh: `交售 ${what} 的村不在批次标注的产地内；请改用更大的产地范围，或去掉这笔交售。`,
    en: `Delivery ${what} comes from outside the place that the lot names. Name a wider place, or leave it out.`,
  }),
  delivery_price_invalid: (what) => ({
    zh: `交售 ${what} 的价格无效；请以整数分/公斤填写。`,
    en: `Delivery ${what} has no valid price. Give whole fen per kg.`,
  }),
  delivery_unconfirmed: (what) => ({
    zh: `交售 ${what} 未经双方确认；请先由农户或服务站确认。`,
    en: `Delivery ${what} is not confirmed by both parties. Let the household or its station confirm it.`,
  }),
  delivery_unknown: (what) => ({
    zh: `没有交售 ${what}；请核对编号。`,
    en: `There is no delivery ${what}. Check its id.`,
  }),
  delivery_village_invalid: (what) => ({
    zh: `交售 ${what} 的村代码无效；应为 12 位统计代码。`,
    en: `Delivery ${what} has no valid village code. Give the 12-digit statistical code.`,
  }),
  delivery_voided: (what) => ({
    zh: `交售 ${what} 已作废；请重新过磅。`,
    en: `Delivery ${what} is voided. Weigh it in again.`,
  }),
  delivery_weight_invalid: (what) => ({
    zh: `交售 ${what} 的重量无效；请以整数克填写，净重大于零。`,
    en: `Delivery ${what} has no valid weight. Give whole grams, net above zero.`,
  }),
  division_code_invalid: (what) => ({
    zh: `“${what}”不是行政区划代码；应为 2、4、6、9 或 12 位数字。`,
    en: `"${what}" is no division code. Give 2, 4, 6, 9 or 12 digits.`,
  }),
  household_key_missing: (what) => ({
    zh: `农户 ${what} 没有户编号；请按名册补全。`,
    en: `Household ${what} has no registry key. Take it from the official registry.`,
  }),
  household_status_ambiguous: (what) => ({
    zh: `农户 ${what} 同一天有两种状态；请只保留一种。`,
    en: `Household ${what} has two statuses from one day. Keep one of them.`,
  }),
  household_status_invalid: (what) => ({
    zh: `农户 ${what} 的状态日期无效；请写成 年-月-日（YYYY-MM-DD）。`,
    en: `Household ${what} has a status without a valid day. Write it as YYYY-MM-DD.`,
  }),
  household_unknown: (what) => ({
    zh: `农户 ${what} 不在名册中；请先导入。`,
    en: `Household ${what} is not in the registry. Import it first.`,
  }),
  industry_county_unknown: (what) => ({
    zh: `区划中没有县 ${what}；请先导入区划。`,
    en: `There is no county ${what} among the divisions. Import the divisions first.`,
  }),
  line_quantity_invalid: (what) => ({
    zh: `订单行 ${what} 的数量须为大于零的整数。`,
    en: `Order line ${what} needs a whole quantity above zero.`,
  }),
  lot_code_taken: (what) => ({
    zh: `本主体已有批次 ${what}；请换一个批号。`,
    en: `The seller has a lot ${what} already. Choose another code.`,
  }),
  lot_empty: (what) => ({
    zh: `批次 ${what} 没有任何来源；请至少选择一笔交售，或注明采收日期的来源不明货。`,
    en: `Lot ${what} is made of nothing. Choose a delivery, a lot, or dated goods of unknown origin.`,
  }),
  lot_expiry_past: (what) => ({
    zh: `批次 ${what} 的保质期在封批那天之前就到了；请核对日期。`,
    en: `Lot ${what} would be past its date before it is sealed. Check the date.`,
  }),
  lot_input_over: (what) => ({
    zh: `批次 ${what} 剩余不足，不能投入这么多；请减少用量。`,
    en: `Lot ${what} has less left than is to go into the new lot. Take less.`,
  }),
  lot_output_over: (what) => ({
    zh: `批次 ${what} 的产出超过投入乘以最高得率；请核对重量。`,
    en: `Lot ${what} would weigh more than its inputs allow. Check the weights.`,
  }),
  lot_packed_over: (what) => ({
    zh: `批次 ${what} 的包装总重超过批次净重；请减少件数。`,
    en: `Lot ${what} would be packed beyond its weight. Pack fewer units.`,
  }),
  lot_recalled: (what) => ({
    zh: `批次 ${what} 已召回，不能再使用。`,
    en: `Lot ${what} is recalled and can't be used any more.`,
  }),
  lot_stock_short: (what) => ({
    zh: `在售批次不足：${what}；请减少数量。`,
    en: `The listed lots hold too little: ${what}. Order fewer.`,
  }),
  lot_unknown: (what) => ({
    zh: `没有批次 ${what}；请核对编号。`,
    en: `There is no lot ${what}. Check its id.`,
  }),
  lot_weight_invalid: (what) => ({
    zh: `批次 ${what} 的重量或日期无效；重量为整数克，日期写成 年-月-日（YYYY-MM-DD）。`,
    en: `Lot ${what} has an invalid weight or day. Give whole grams, and days as YYYY-MM-DD.`,
  }),
  origin_invalid: (what) => ({
    zh: `商品 ${what} 的产地申报无效；请填写县代码与不小于零的整数分/公斤。`,
    en: `Product ${what} has an invalid origin. Give a county code and whole fen per kg, not below zero.`,
  }),
  pack_gtin_invalid: (what) => ({
    zh: `“${what}”不是有效的 GTIN-14；请核对校验位。`,
    en: `"${what}" is no valid GTIN-14. Check its last digit.`,
  }),
  pack_kind_other: (what) => ({
    zh: `这个货品装的是另一种货（${what}）；请选同一种货的规格，或另上一个货品。`,
    en: `This product is packed from goods of another kind (${what}). Choose a size of the same goods, or list another product.`,
  }),
  pack_mismatched: (what) => ({
    zh: `规格 ${what} 在本批次中已有不同的条码或净含量；请保持一致。`,
    en: `Variant ${what} is packed from this lot with another GTIN or weight already. Keep them the same.`,
  }),
  pack_quantity_invalid: (what) => ({
    zh: `规格 ${what} 的件数与净含量须为大于零的整数。`,
    en: `Variant ${what} needs whole units and grams above zero.`,
  }),
}

const NOT_FOUND: ReadonlySet<Refusal> = new Set([
  "agreement_unknown",
  "allocation_unknown",
  "delivery_unknown",
  "household_unknown",
  "lot_unknown",
])
const INVALID: ReadonlySet<Refusal> = new Set([
  "agreement_effective_invalid",
  "agreement_floor_invalid",
  "agreement_party_missing",
  "agreement_promise_invalid",
  "agreement_rebate_invalid",
  "agreement_term_invalid",
  "archive_entry_invalid",
  "archive_photo_foreign",
  "certificate_invalid",
  "damage_invalid",
  "deduction_invalid",
  "deductions_over",
  "delivery_row_invalid",
  "delivery_void_reason_missing",
  "dispute_text_missing",
  "household_code_invalid",
  "household_code_weak",
  "household_code_witness_missing",
  "label_count_invalid",
  "move_reason_missing",
  "move_units_invalid",
  "process_invalid",
  "station_consent_missing",
  "station_worker_missing",
  "delivery_day_invalid",
  "delivery_price_invalid",
  "delivery_village_invalid",
  "delivery_weight_invalid",
  "division_code_invalid",
  "household_key_missing",
  "household_status_ambiguous",
  "household_status_invalid",
  "industry_county_unknown",
  "line_quantity_invalid",
  "lot_expiry_past",
  "lot_weight_invalid",
  "origin_invalid",
  "pack_gtin_invalid",
  "pack_quantity_invalid",
])

/**
 * The error that says `code` about `what` (an id, a code) and how to mend it. Its `words` let a
 * route that knows who asked say it in one language.
 */
export function refused(code: Refusal, what: string): MedusaError {
  const words = refusalWords(code, what)
  const error = new MedusaError(typeOf(code), `${words.zh} ${words.en}`, code)
  return Object.assign(error, { words })
}

/** The refusal in both languages, for a route that knows who asks. */
export function refusalWords(code: Refusal, what: string): Words {
  return WORDS[code](what)
}

function typeOf(code: Refusal): string {
  if (NOT_FOUND.has(code)) return MedusaError.Types.NOT_FOUND
  return INVALID.has(code) ? MedusaError.Types.INVALID_DATA : MedusaError.Types.NOT_ALLOWED
}
