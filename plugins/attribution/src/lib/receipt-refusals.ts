import { MedusaError } from "@medusajs/framework/utils"

import type { PatronageRefusal } from "../domain/patronage-refund"
import type { RefusedFact } from "../modules/receipt/write-receipts"

type Words = Record<"zh" | "en", string>

const RECEIPT: Record<RefusedFact["refusal"], Words> = {
  receipt_unknown: {
    zh: "没有这笔款，请从农户收款表里选。",
    en: "There is no such receipt. Choose it from the list.",
  },
  receipt_follows_sale: {
    zh: "返利跟着销售和协议走，不能手工作废；货退了会自动减少没付的部分。",
    en: "A rebate follows the sale and the agreement and can't be voided by hand; a refund lowers it.",
  },
  receipt_already_paid: {
    zh: "这笔款已经登记付过，不会再记一次。",
    en: "This was recorded as paid already and is not recorded again.",
  },
  receipt_not_paid: {
    zh: "还没有付款，农户不能确认收到。请先登记付款。",
    en: "It has not been paid, so the household can't confirm it. Record the payment first.",
  },
  receipt_already_confirmed: {
    zh: "农户已经确认收到这笔款。",
    en: "The household has confirmed this receipt already.",
  },
  receipt_already_disputed: {
    zh: "这笔款已经有一个没处理完的异议，请先答复。",
    en: "This receipt is disputed already. Answer that dispute first.",
  },
  receipt_not_disputed: {
    zh: "这笔款没有待处理的异议。",
    en: "Nothing about this receipt is in dispute.",
  },
  receipt_voided: {
    zh: "这笔款已经作废，不能再改。",
    en: "This receipt was voided and takes no more facts.",
  },
  receipt_received: {
    zh: "农户已经确认收到，不能作废。有差错请另记一笔。",
    en: "The household has confirmed it, so it can't be voided. Record the difference instead.",
  },
}

const PATRONAGE: Record<PatronageRefusal, Words> = {
  patronage_amount_invalid: {
    zh: "金额要写成不小于零的数，精确到分。",
    en: "Amounts are numbers of fen, not below zero.",
  },
  patronage_ratio_too_low: {
    zh: "按交易量返还的比例不能低于可分配盈余的 60%（农民专业合作社法第四十四条）。",
    en: "At least 60 % of the distributable surplus goes back by volume (law on cooperatives, article 44).",
  },
  patronage_surplus_missing: {
    zh: "弥补亏损、提取公积金之后没有可分配的盈余。",
    en: "After losses and reserves no surplus is left to distribute.",
  },
  patronage_volume_missing: {
    zh: "这一年没有成员的交售记录，无法按交易量返还。",
    en: "No member sold anything in that year, so nothing can be returned by volume.",
  },
  patronage_member_repeated: {
    zh: "同一户成员出现了两次，请合并后再算。",
    en: "A member is listed twice. Merge the two and calculate again.",
  },
}

/** The refusals of facts as one error: the first one's code, both languages, the receipts' ids. */
export function receiptError(refused: readonly RefusedFact[], locale: "zh" | "en"): MedusaError {
  const { refusal } = refused[0]!
  const ids = refused.map(({ receipt_id }) => receipt_id).join(", ")
  const type =
    refusal === "receipt_unknown" ? MedusaError.Types.NOT_FOUND : MedusaError.Types.NOT_ALLOWED
  return new MedusaError(type, `${RECEIPT[refusal][locale]} (${ids})`, refusal)
}

export function patronageError(refusal: PatronageRefusal, locale: "zh" | "en"): MedusaError {
  return new MedusaError(MedusaError.Types.NOT_ALLOWED, PATRONAGE[refusal][locale], refusal)
}
