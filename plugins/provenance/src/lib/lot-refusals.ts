import type { CertificateRefusal } from "../domain/certificate"
import type { StationRefusal } from "../domain/confirm-delivery"
import type { DeductionRefusal } from "../domain/deductions"
import type { DisputeRefusal } from "../domain/dispute"
import type { MoveRefusal } from "../domain/move-allocation"

/** Refusals of the weighbridge and the store-room, in words; `refusals.ts` puts them together. */
export type LotRefusal =
  | CertificateRefusal
  | DeductionRefusal
  | DisputeRefusal
  | MoveRefusal
  | StationRefusal
  | "allocation_unknown"
  | "certificate_kept"
  | "damage_over"
  | "damage_invalid"
  | "delivery_client_id_reused"
  | "delivery_row_invalid"
  | "delivery_time_unbelievable"
  | "delivery_in_lot"
  | "delivery_void_reason_missing"
  | "household_code_closed"
  | "household_code_invalid"
  | "household_code_unset"
  | "household_code_weak"
  | "household_code_witness_missing"
  | "household_code_wrong"
  | "household_not_party"
  | "label_count_invalid"
  | "move_reason_missing"
  | "pack_unknown"
  | "process_invalid"
  | "process_unknown"

type Words = { zh: string; en: string }

const DELIVERY_WORDS = {
  deduction_invalid: (what) => ({
    zh: `交售 ${what} 的扣款要写名目，金额为大于零的整数分。`,
    en: `Each deduction of delivery ${what} needs a name and whole fen above zero.`,
  }),
  deductions_over: (what) => ({
    zh: `交售 ${what} 的扣款超过了货款；请核对金额，余下的另记。`,
    en: `The deductions of delivery ${what} exceed its price. Check them; carry the rest elsewhere.`,
  }),
  delivery_client_id_reused: (what) => ({
    zh: `这一笔的编号 ${what} 已用于另一笔不同的交售；请作废后重记一笔。`,
    en: `The id ${what} names another delivery already. Void this row and record it anew.`,
  }),
  delivery_in_lot: (what) => ({
    zh: `交售 ${what} 已经封进批次，不能作废；请提出异议。`,
    en: `Delivery ${what} is sealed in a lot, so it can't be voided. Open a dispute instead.`,
  }),
  delivery_row_invalid: (what) => ({
    zh: `这一笔有一格填得不对：${what}。请改好再传。`,
    en: `Something in this row is not right: ${what}. Mend it and send it again.`,
  }),
  delivery_time_unbelievable: (what) => ({
    zh: `交售 ${what} 的过磅时间太久以前；请核对手机的日期，再传一次。`,
    en: `Delivery ${what} was weighed too long ago. Check the phone's date and send it again.`,
  }),
  delivery_void_reason_missing: (what) => ({
    zh: `作废交售 ${what} 要写明原因。`,
    en: `Say why delivery ${what} is voided.`,
  }),
  dispute_open_already: (what) => ({
    zh: `交售 ${what} 已有一个没解决的异议；请在那里答复。`,
    en: `Delivery ${what} is disputed already. Answer there.`,
  }),
  dispute_resolved_already: (what) => ({
    zh: `交售 ${what} 的异议已经解决；如仍不同意，请另提一个。`,
    en: `The dispute over delivery ${what} is resolved. Open another if you still disagree.`,
  }),
  dispute_text_missing: (what) => ({
    zh: `请写清楚交售 ${what} 的情况。`,
    en: `Say what there is to say about delivery ${what}.`,
  }),
  dispute_unknown: (what) => ({
    zh: `交售 ${what} 没有异议。`,
    en: `Delivery ${what} is not disputed.`,
  }),
  household_code_closed: (what) => ({
    zh: `农户 ${what} 的户密码错了五次，一刻钟后再试，或请站上代为确认。`,
    en: `Household ${what}'s code was wrong five times. Try in a quarter of an hour, or let the station confirm.`,
  }),
  household_code_invalid: (what) => ({
    zh: `农户 ${what} 的户密码应为 4 到 6 位数字。`,
    en: `Household ${what}'s code is four to six digits.`,
  }),
  household_code_unset: () => ({
    zh: "这户还没有户密码，或密码要重设；请先设一个，或请站上代为确认。",
    en: "The household has no code yet, or needs a new one. Let it choose one, or let the station confirm.",
  }),
  household_code_weak: (what) => ({
    zh: `农户 ${what} 的户密码太好猜；不要用 0000、1234 这样的。`,
    en: `Household ${what}'s code is too easy to guess. Choose none like 0000 or 1234.`,
  }),
  household_code_witness_missing: (what) => ({
    zh: `设农户 ${what} 的户密码要写见证人，且不能是经办人本人。`,
    en: `Name who saw household ${what} choose its code: somebody else than the clerk.`,
  }),
  household_code_wrong: () => ({
    zh: "户密码不对；请再按一次。",
    en: "The household's code is wrong. Let it be typed once more.",
  }),
  household_not_party: (what) => ({
    zh: `农户 ${what} 既不是本社社员，也没有与本主体的协议。`,
    en: `Household ${what} is neither a member of this seller nor party to an agreement with it.`,
  }),
  station_consent_missing: (what) => ({
    zh: `站上代为确认交售 ${what}，要写农户是怎么同意的。`,
    en: `Write how the household agreed before the station confirms delivery ${what}.`,
  }),
  station_worker_is_clerk: (what) => ({
    zh: `过磅的人不能自己代农户确认交售 ${what}；请站上另一人确认。`,
    en: `Who weighed delivery ${what} can't confirm it for the household. Let somebody else do it.`,
  }),
  station_worker_missing: (what) => ({
    zh: `请写代为确认交售 ${what} 的站上工作人员。`,
    en: `Name the station worker who confirms delivery ${what}.`,
  }),
} satisfies Record<string, (what: string) => Words>

const STORE_WORDS = {
  allocation_unknown: (what) => ({
    zh: `订单行 ${what} 没有用这个批次的货。`,
    en: `Order line ${what} holds nothing of that lot.`,
  }),
  certificate_invalid: (what) => ({
    zh: `批次 ${what} 的合格证要有编号和开具日期，日期不能晚于今天。`,
    en: `The certificate of lot ${what} needs a number and a day of issue, not after today.`,
  }),
  certificate_kept: (what) => ({
    zh: `批次 ${what} 已有合格证，不能更换。`,
    en: `Lot ${what} has its certificate, which is never replaced.`,
  }),
  certificate_reused: (what) => ({
    zh: `批次 ${what} 由不同生产者的货混合而成，要重新开合格证，不能沿用原来的。`,
    en: `Lot ${what} mixes different producers' goods: it needs a certificate of its own, not one of theirs.`,
  }),
  certificate_too_early: (what) => ({
    zh: `批次 ${what} 的合格证早于采收或混合那天；请开新的。`,
    en: `The certificate of lot ${what} is older than its harvest or mixing. Issue a new one.`,
  }),
  damage_invalid: (what) => ({
    zh: `请写批次 ${what} 坏了多少、为什么。`,
    en: `Say how much of lot ${what} was lost, and why.`,
  }),
  damage_over: (what) => ({
    zh: `批次 ${what} 没有这么多可报损；请核对数量。`,
    en: `Lot ${what} has less left than is said to be lost. Check the amount.`,
  }),
  label_count_invalid: (what) => ({
    zh: `标签张数应为 1 到 1000 的整数，不超过批次 ${what} 装好的包数。`,
    en: `Print 1 to 1000 labels, and no more than lot ${what} has packs.`,
  }),
  move_reason_missing: (what) => ({
    zh: `请写明订单行 ${what} 为什么换批次。`,
    en: `Say why order line ${what} is served from another lot.`,
  }),
  move_same_lot: (what) => ({
    zh: `订单行 ${what} 用的就是这个批次。`,
    en: `Order line ${what} is served from that lot already.`,
  }),
  move_target_short: (what) => ({
    zh: `订单行 ${what} 要换的批次没有这么多包可用。`,
    en: `The other lot has too few free packs for order line ${what}.`,
  }),
  move_target_unsellable: (what) => ({
    zh: `订单行 ${what} 要换的批次不在卖：没上架、已召回或已过期。`,
    en: `The lot for order line ${what} is not on sale: not listed, recalled or expired.`,
  }),
  move_units_invalid: (what) => ({
    zh: `订单行 ${what} 换的包数须为大于零的整数。`,
    en: `Move whole units above zero of order line ${what}.`,
  }),
  move_units_over: (what) => ({
    zh: `订单行 ${what} 没有用这么多这个批次的货。`,
    en: `Order line ${what} holds fewer units of that lot.`,
  }),
  move_variant_mismatched: (what) => ({
    zh: `订单行 ${what} 的规格与要换的批次不同。`,
    en: `The other lot holds no packs of order line ${what}'s size.`,
  }),
  pack_unknown: (what) => ({
    zh: `批次 ${what} 没有装过这个规格。`,
    en: `Nothing of that size was packed from lot ${what}.`,
  }),
  process_invalid: (what) => ({
    zh: `工艺“${what}”要有名称，最高得率在 0.01% 到 200% 之间。`,
    en: `Process "${what}" needs a name and a maximum yield from 0.01% to 200%.`,
  }),
  process_unknown: (what) => ({
    zh: `本主体没有申报过工艺 ${what}；请先申报最高得率。`,
    en: `This seller declared no process ${what}. Declare its maximum yield first.`,
  }),
} satisfies Record<string, (what: string) => Words>

export const LOT_WORDS: Record<LotRefusal, (what: string) => Words> = {
  ...DELIVERY_WORDS,
  ...STORE_WORDS,
}
