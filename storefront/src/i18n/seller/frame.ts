import type { ConsignmentStatus, ListingStatus } from "@shangxing/marketplace/types/http"

import type { LotHindrance } from "~/features/seller/packing"
import type { Catalogue } from "~/i18n/catalogue"

type ChipWords<State extends string> = Record<State, string>

/** Words that several pages of the seller workspace share. */
export const frame = {
  "zh-CN": {
    nav: {
      home: "今天",
      weighbridge: "过磅",
      deliveries: "交售",
      consignments: "发货",
      products: "货品",
      lots: "批次",
      agreements: "协议",
      receipts: "付农户",
      payouts: "货款",
    },
    clerk: (name: string) => `经办人 ${name}`,
    backHome: "回到今天",
    backToProducts: "看上架的货",
    backToConsignments: "看要发的货",
    suspended: {
      title: "店铺已暂停营业",
      lead: "货暂时不在商城里，已经卖出的还请照常发。要恢复，请联系平台。",
    },
    notApproved: {
      title: "店铺还没有通过审核",
      lead: "货可以先备成草稿，通过审核以后才能提交。",
    },
    consignmentState: {
      awaiting_shipment: "待发",
      shipped: "已发",
      delivered: "已送到",
      cancelled: "已取消",
    } satisfies ChipWords<ConsignmentStatus>,
    listingState: {
      draft: "草稿",
      proposed: "待审",
      published: "在卖",
      rejected: "被退回",
    } satisfies ChipWords<ListingStatus>,
    lotState: { open: "还没封", sealed: "已封", listed: "在卖", recalled: "已召回" },
    hindrance: {
      open: "还没封批，不能装",
      recalled: "已召回",
      no_certificate: "没有合格证，不能装",
      expired: "过了保质期",
      empty: "已装完",
    } satisfies Record<LotHindrance, string>,
    page: (page: number, pages: number) => `第 ${page} 页，共 ${pages} 页`,
    earlier: "更早的",
    later: "更近的",
  },
  en: {
    nav: {
      home: "Today",
      weighbridge: "Weigh in",
      deliveries: "Deliveries",
      consignments: "Shipping",
      products: "Goods",
      lots: "Lots",
      agreements: "Agreements",
      receipts: "Households",
      payouts: "Money",
    },
    clerk: (name: string) => `Clerk: ${name}`,
    backHome: "Back to today",
    backToProducts: "See your goods",
    backToConsignments: "See what to ship",
    suspended: {
      title: "The shop is suspended",
      lead: "Its goods are not on sale for now; please still ship what is sold. The platform can reopen it.",
    },
    notApproved: {
      title: "The shop is not approved yet",
      lead: "You can prepare goods as drafts and submit them once it is.",
    },
    consignmentState: {
      awaiting_shipment: "To ship",
      shipped: "Shipped",
      delivered: "Delivered",
      cancelled: "Cancelled",
    },
    listingState: {
      draft: "Draft",
      proposed: "In review",
      published: "On sale",
      rejected: "Returned",
    },
    lotState: { open: "Not sealed", sealed: "Sealed", listed: "On sale", recalled: "Recalled" },
    hindrance: {
      open: "not sealed yet",
      recalled: "recalled",
      no_certificate: "no certificate yet",
      expired: "past its date",
      empty: "all packed",
    },
    page: (page: number, pages: number) => `Page ${page} of ${pages}`,
    earlier: "Earlier",
    later: "Later",
  },
} satisfies Catalogue
