import type LedgerModuleService from "../modules/ledger/service"
import { APPLE_LOT, basis, capture, refund, share } from "./sale"

/**
 * October: apples for 60 yuan in Yanyuan; November: 10 yuan refunded, and a sale in Huili. Folded
 * before the refund when asked, so that reads meet both kinds of rows.
 */
export async function postTwoMonths(
  service: Pick<LedgerModuleService, "postLineEvents" | "foldRollups">,
  isFolded: boolean,
): Promise<void> {
  await service.postLineEvents([
    capture(6000),
    capture(900, {
      order_id: "order_2",
      line_item_id: "ordli_2",
      source_id: "capt_2",
      effective_at: "2026-11-10T00:00:00Z",
      basis: basis({
        product_id: "prod_pomegranate",
        seller_id: "sel_huili",
        seller_county_code: "513402",
        lots: [
          {
            ...APPLE_LOT,
            lot_id: "lot_p",
            shares: [share("hh_huili", true, "513402101201", "1")],
          },
        ],
      }),
    }),
  ])
  if (isFolded) {
    await service.foldRollups()
  }
  await service.postLineEvents([refund(1000)])
}
