import { type SaleTerms, subsidyOf } from "../domain/payout-share"
import type { ConsignmentRow } from "../modules/consignment/rows"

/** The terms that a consignment was sold on, as they were frozen with it. */
export function saleTermsOf(
  row: Pick<
    ConsignmentRow,
    "total_fen" | "commission_fen" | "commission_tax_fen" | "goods_fen" | "net_goods_fen"
  >,
): SaleTerms {
  return {
    totalFen: row.total_fen,
    commissionFen: row.commission_fen,
    commissionTaxFen: row.commission_tax_fen,
    subsidyFen: subsidyOf({ netFen: row.net_goods_fen, paidFen: row.goods_fen }),
  }
}
